import { randomInt } from 'node:crypto'
import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { newId, type CredentialId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { StatusPurpose } from '../../vc/index.ts'
import { lockIssuer, type Issuer } from '../keys/index.ts'
import {
  DEFAULT_STATUS_PURPOSES,
  defaultCapacity,
  LIST_LENGTH,
  statusListUrl,
  type StatusListHead,
} from './status-list.ts'
import { takePlaces } from './entry-store.ts'
import { countAllocated, findOpenList, insertList, markFull } from './list-store.ts'

export interface AllocateDeps {
  readonly clock: Clock
  readonly publicUrl: string
  /** Which statuses new credentials can have, in the order their entries are written; by default the platform's. */
  readonly statusPurposes?: readonly StatusPurpose[]
  /** How many entries a list gives out before a follow-up is started; by default 90 % of its length. */
  readonly listCapacity?: number
}

/** One bit, in one status list, that speaks of a credential. */
export interface StatusEntry {
  readonly purpose: StatusPurpose
  readonly listId: string
  readonly listUrl: string
  readonly index: number
}

/** Rows of one insert: both databases bound the size of a statement. */
const CHUNK = 100

/**
 * Free random entries of the issuer's lists, for each credential one of each purpose, in the caller's transaction; the
 * credentials' rows must exist. The places of one credential in two lists have nothing in common. A follow-up list is
 * started when the current one is full. Whoever allocates for several issuers in one transaction goes by issuer id, so
 * that two transactions cannot wait for each other.
 */
export async function allocateStatusEntries(
  trx: Db,
  deps: AllocateDeps,
  issuer: Issuer,
  credentialIds: readonly CredentialId[],
): Promise<Map<CredentialId, readonly StatusEntry[]>> {
  const entries = new Map<CredentialId, StatusEntry[]>(credentialIds.map((id) => [id, []]))
  for (const purpose of deps.statusPurposes ?? DEFAULT_STATUS_PURPOSES) {
    let waiting = [...entries.keys()]
    while (waiting.length > 0) {
      const list = await openList(trx, deps, issuer, purpose)
      const { taken, rest } = await reserve(trx, deps, list, waiting)
      const listUrl = statusListUrl(list.origin, list.id)
      for (const [credentialId, index] of await placeAtRandom(trx, list, taken))
        entries.get(credentialId)?.push({ purpose, listId: list.id, listUrl, index })
      waiting = rest
    }
  }
  return entries
}

async function openList(
  trx: Db,
  deps: AllocateDeps,
  issuer: Issuer,
  purpose: StatusPurpose,
): Promise<StatusListHead> {
  const known = await findOpenList(trx, issuer.did, purpose, deps.publicUrl)
  if (known !== undefined) return known
  await lockIssuer(trx, issuer.id)
  if ((await findOpenList(trx, issuer.did, purpose, deps.publicUrl)) === undefined)
    await insertList(trx, {
      id: newId(),
      issuerDid: issuer.did,
      issuerId: issuer.id,
      origin: deps.publicUrl,
      purpose,
      length: LIST_LENGTH,
      createdAt: isoInstant(deps.clock.now()),
    })
  return openList(trx, deps, issuer, purpose)
}

/** How many of `waiting` this list can still take; a list that reaches its capacity takes no more. */
async function reserve(
  trx: Db,
  deps: AllocateDeps,
  list: StatusListHead,
  waiting: readonly CredentialId[],
): Promise<{ taken: readonly CredentialId[]; rest: CredentialId[] }> {
  const capacity = Math.min(deps.listCapacity ?? defaultCapacity(list.length), list.length)
  // counted before it is looked at: from here on the list is this transaction's
  const total = await countAllocated(trx, list.id, waiting.length)
  const over = Math.min(waiting.length, Math.max(0, total - capacity))
  if (over > 0) await countAllocated(trx, list.id, -over)
  if (total >= capacity) await markFull(trx, list.id, isoInstant(deps.clock.now()))
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
