import type { OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Member } from './account.ts'
import { selectMembers } from './membership-store.ts'

/** Who belongs to a structure today, in alphabetical order. The caller has checked that the reader may know. */
export async function listMembers(db: Db, organisationId: OrganisationId): Promise<Member[]> {
  const members = await selectMembers(db, organisationId)
  return members.sort((left, right) => left.name.localeCompare(right.name, 'fr'))
}
