import type { OrganisationId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { recordEvent } from '../audit/index.ts'
import { updateClientsOrganisation } from './store.ts'

/**
 * The programs of a structure go on as those of the one that takes it over, with the tokens they have. Inside the
 * transaction of the merger, which has checked who may. Returns how many.
 */
export async function moveClients(
  trx: Db,
  actor: Actor,
  { from, into, at }: { readonly from: OrganisationId; readonly into: OrganisationId; readonly at: Date },
): Promise<number> {
  const ids = await updateClientsOrganisation(trx, from, into)
  for (const id of ids)
    await recordEvent(trx, {
      at,
      actor,
      action: 'api-client.moved',
      organisationId: into,
      subject: { type: 'api-client', id },
      details: { from },
    })
  return ids.length
}
