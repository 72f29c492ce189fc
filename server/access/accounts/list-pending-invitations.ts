import type { OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Invitation } from './invitation.ts'
import { selectPendingInvitations } from './invitation-store.ts'

/** Who was asked and has not answered, newest first; null for the platform's admins. Expired ones too: they can be sent again. */
export function listPendingInvitations(db: Db, organisationId: OrganisationId | null): Promise<Invitation[]> {
  return selectPendingInvitations(db, { organisationId })
}
