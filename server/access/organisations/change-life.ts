import { AppError } from '../../kernel/errors.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Organisation } from './organisation.ts'
import { lockOrganisation, updateLife } from './store.ts'

/**
 * The structure, kept for this transaction alone: nobody else writes in its name before it ends.
 * @throws AppError `not-found`
 */
export async function lockStructure(trx: Db, id: OrganisationId): Promise<Organisation> {
  const organisation = await lockOrganisation(trx, id, 'change')
  if (organisation === undefined) throw new AppError('not-found')
  return organisation
}

/** Closes a structure, with or without a successor. The row of {@link lockStructure}; who may is the use case's to check. */
export async function markClosed(
  trx: Db,
  organisation: Organisation,
  closing: { readonly closedAt: string; readonly succeededBy: OrganisationId | null },
): Promise<Organisation> {
  const closed = { ...organisation, ...closing }
  await updateLife(trx, closed)
  return closed
}

/** Opens it again. */
export async function markOpen(trx: Db, organisation: Organisation): Promise<Organisation> {
  const open = { ...organisation, closedAt: null, succeededBy: null }
  await updateLife(trx, open)
  return open
}
