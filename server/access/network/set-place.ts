import { isoInstant, type Clock, type IsoDate } from '../../kernel/clock.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import { requireAdmin, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { recordEvent } from '../audit/index.ts'
import { requireOpenOrganisation } from '../organisations/index.ts'
import type { NetworkPlace } from './network-place.ts'
import { selectPlace, upsertPlace } from './store.ts'

export interface NetworkDeps {
  readonly db: Db
  readonly clock: Clock
}

/**
 * Writes down a structure's place: whether it may invite others, and the days of its convention.
 * @throws AppError `forbidden`, `not-found`, `structure-closed`
 */
export async function setPlace(
  deps: NetworkDeps,
  actor: Actor,
  input: {
    readonly organisationId: OrganisationId
    readonly head: boolean
    readonly conventionFrom: IsoDate | null
    readonly conventionUntil: IsoDate | null
  },
): Promise<NetworkPlace> {
  requireAdmin(actor)
  const at = deps.clock.now()
  return deps.db.transaction(async (trx) => {
    const { id } = await requireOpenOrganisation(trx, input.organisationId)
    const before = await selectPlace(trx, id)
    const { conventionFrom, conventionUntil } = input
    const headSince = input.head ? (before.headSince ?? isoInstant(at)) : null
    const after: NetworkPlace = { ...before, headSince, conventionFrom, conventionUntil }
    await upsertPlace(trx, after, isoInstant(at))
    await recordEvent(trx, {
      at,
      actor,
      action: 'organisation.place-set',
      organisationId: id,
      subject: { type: 'organisation', id },
      details: { head: input.head, conventionFrom, conventionUntil },
    })
    return after
  })
}
