import { AppError } from '../../kernel/errors.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Organisation } from './organisation.ts'
import { lockOrganisation } from './store.ts'

/**
 * The structure, open now and until the transaction ends: for whoever is about to write something in its name.
 * @throws AppError `not-found`, `structure-closed`
 */
export async function requireOpenOrganisation(trx: Db, id: OrganisationId): Promise<Organisation> {
  const organisation = await lockOrganisation(trx, id, 'use')
  if (organisation === undefined) throw new AppError('not-found')
  if (organisation.closedAt !== null) throw new AppError('structure-closed', { name: organisation.name })
  return organisation
}
