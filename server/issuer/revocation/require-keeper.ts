import { todayOf } from '../../access/organisations/index.ts'
import { AppError } from '../../kernel/errors.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import { mayActIn, requireAdmin, type Actor, type OrganisationRole } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import type { CredentialRecord } from '../credentials/index.ts'

type Issued = Pick<CredentialRecord, 'organisationId'>

/**
 * Whoever may withdraw or pause a credential: a coordinator of the structure that issued it, or of the one that answers
 * for it today, or the platform's admin.
 * @throws AppError `forbidden`
 */
export async function requireKeeper(db: Db, actor: Actor, { organisationId }: Issued): Promise<void> {
  if (organisationId === null) requireAdmin(actor)
  else if (!(await mayKeep(db, actor, organisationId, 'coordinator'))) throw new AppError('forbidden')
}

/** Whether the actor has this role in the structure, or in the one that answers for it today. */
export async function mayKeep(
  db: Db,
  actor: Actor,
  organisationId: OrganisationId,
  role: OrganisationRole,
): Promise<boolean> {
  if (mayActIn(actor, organisationId, role)) return true
  const today = await todayOf(db, organisationId)
  return today !== undefined && mayActIn(actor, today.organisation.id, role)
}
