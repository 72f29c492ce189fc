import { randomInt } from 'node:crypto'
import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { newId, type CredentialId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { lockIssuer, type Issuer } from '../keys/index.ts'
import { LIST_LENGTH, listCapacity, statusListUrl, type StatusListHead } from './status-list.ts'
import { countAllocated, findOpenList, insertList, markFull, takePlaces } from './store.ts'

export interface AllocateDeps {
  readonly clock: Clock
  readonly publicUrl: string
}

/** The one bit of a status list that speaks of a credential. */
export interface StatusEntry {
  readonly listId: string
  readonly listUrl: string
  readonly index: number
}

/** Rows of one insert: both databases bound the size of a statement. */
const CHUNK = 100

/**
 * Free random entries of the issuer's revocation list, one a credential, in the caller's transaction; the credentials'
 * rows must exist. A follow-up list is started when the current one is 90 % full. Whoever allocates for several
 * issuers in one transaction goes by issuer id, so that two transactions cannot wait for each other.
 */
export async function allocateStatusEntries(
  trx: Db,
  deps: AllocateDeps,
  issuer: Issuer,
  credentialIds: readonly CredentialId[],
): Promise<Map<CredentialId, StatusEntry>> {
  const entries = new Map<CredentialId, StatusEntry>()
  let waiting = [...credentialIds]
  while (waiting.length > 0) {
    const list = await openList(trx, deps, issuer)
    const { taken, rest } = await reserve(trx, deps, list, waiting)
    const listUrl = statusListUrl(list.origin, list.id)
    for (const [credentialId, index] of await placeAtRandom(trx, list, taken))
      entries.set(credentialId, { listId: list.id, listUrl, index })
    waiting = rest
  }
  return entries
}

async function openList(trx: Db, deps: AllocateDeps, issuer: Issuer): Promise<StatusListHead> {
  const known = await findOpenList(trx, issuer.did, 'revocation', deps.publicUrl)
  if (known !== undefined) return known
  await lockIssuer(trx, issuer.id)
  if ((await findOpenList(trx, issuer.did, 'revocation', deps.publicUrl)) === undefined)
    await insertList(trx, {
      id: newId(),
      issuerDid: issuer.did,
      issuerId: issuer.id,
      origin: deps.publicUrl,
      purpose: 'revocation',
      length: LIST_LENGTH,
      createdAt: isoInstant(deps.clock.now()),
    })
  return openList(trx, deps, issuer)
}

/** How many of `waiting` this list can still take; a list that reaches its capacity takes no more. */
async function reserve(
  trx: Db,
  deps: AllocateDeps,
  list: StatusListHead,
  waiting: readonly CredentialId[],
): Promise<{ taken: readonly CredentialId[]; rest: CredentialId[] }> {
  // counted before it is looked at: from here on the list is this transaction's
  const total = await countAllocated(trx, list.id, waiting.length)
  const over = Math.min(waiting.length, Math.max(0, total - listCapacity(list.length)))
  if (over > 0) await countAllocated(trx, list.id, -over)
  if (total >= listCapacity(list.length)) await markFull(trx, list.id, isoInstant(deps.clock.now()))
  const fits = waiting.length - over
  return { taken: waiting.slice(0, fits), rest: waiting.slice(fits) }
}

async function placeAtRandom(
  trx: Db,
  list: StatusListHead,
  credentialIds: readonly CredentialId[],
): Promise<Map<CredentialId, number>> {
  const placed = new Map<CredentialId, number>()
  while (placed.size < credentialIds.length) {
    const homeless = credentialIds.filter((id) => !placed.has(id)).slice(0, CHUNK)
    const positions = distinctRandom(homeless.length, list.length)
    const tries = homeless.map((credentialId, at) => ({ credentialId, position: positions[at] ?? 0 }))
    for (const { credentialId, position } of await takePlaces(trx, list.id, tries))
      placed.set(credentialId, position)
  }
  return placed
}

/** `count` different places below `length`, unpredictable: an index must not tell when a credential was asked for. */
function distinctRandom(count: number, length: number): number[] {
  const places = new Set<number>()
  while (places.size < count) places.add(randomInt(length))
  return [...places]
}
