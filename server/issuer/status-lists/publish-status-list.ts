import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { Db } from '../../platform/db/index.ts'
import { encodeList, newBitstring, setBit, unsignedStatusList } from '../../vc/index.ts'
import type { KeyRing } from '../keys/index.ts'
import { signDocuments } from '../signing/index.ts'
import { statusListUrl, type StatusListHead } from './status-list.ts'
import { setPositions } from './entry-store.ts'
import { findHead, readSigned, storeSigned } from './list-store.ts'

export interface PublishDeps {
  readonly db: Db
  readonly ring: KeyRing
  readonly clock: Clock
}

/** How long other people's verifiers may keep a list, in milliseconds. Ours always reads the current one. */
const TTL_MS = 60_000

/**
 * The signed bytes of a status list, signed anew only when a bit changed since the last time. Safe to call at any
 * moment from several processes: what is signed under a revision is as new as that revision or newer, and an older one
 * never overwrites a newer.
 * @throws AppError `not-found`; `key-missing`, `signature-check-failed` when it cannot be signed
 */
export async function publishStatusList(deps: PublishDeps, listId: string): Promise<string> {
  const head = await findHead(deps.db, listId)
  if (head === undefined) throw new AppError('not-found')
  if (head.signedRevision !== head.revision) {
    const signed = await signList(deps, head)
    const signedAt = isoInstant(deps.clock.now())
    // not stored: somebody signed this revision, or a newer one, a moment ago
    if (await storeSigned(deps.db, listId, { signed, revision: head.revision, signedAt })) return signed
  }
  const signed = await readSigned(deps.db, listId)
  if (signed === undefined) throw new AppError('not-found')
  return signed
}

/** Bits are read after the revision: they may be newer than it says, never older. */
async function signList(deps: PublishDeps, head: StatusListHead): Promise<string> {
  const { db, ring, clock } = deps
  const bits = newBitstring(head.length)
  for (const position of await setPositions(db, head.id)) setBit(bits, position, true)
  const unsigned = unsignedStatusList({
    id: statusListUrl(head.origin, head.id),
    issuer: head.issuerDid,
    purpose: head.purpose,
    encodedList: await encodeList(bits),
    // the day the list began: a verifier whose clock is a little late must not call a new revision "not yet valid"
    validFrom: new Date(head.createdAt),
    ttlMs: TTL_MS,
  })
  const { key, document } = await ring.statusListSigner(db, head.issuerDid)
  const [outcome] = await signDocuments({
    now: clock.now().toISOString(),
    keys: [key],
    didDocuments: [document],
    documents: [{ id: head.id, unsigned: JSON.stringify(unsigned) }],
  })
  if (outcome?.signed === undefined) throw new AppError('signature-check-failed')
  return outcome.signed
}
