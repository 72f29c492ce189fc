import type { LearnerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Actor } from '../../kernel/roles.ts'
import { recordEvent } from '../audit/index.ts'
import { listPasskeys, removePasskeysOf, type Passkey } from '../passkeys/index.ts'
import { deletePasskeyLock, hasPasskeyLock } from './lock-store.ts'
import { deleteEmails } from './mail-store.ts'
import { selectKeyOwner, type KeyOwner } from './person-store.ts'
import { deletePins, selectPin } from './pin-store.ts'

/** What a slip asks for before it opens. */
export interface SlipLock {
  readonly pin: boolean
  readonly passkey: boolean
}

/** What else than the slip is needed; undefined when the slip alone opens. */
export async function findSlipLock(db: Db, learnerId: LearnerId): Promise<SlipLock | undefined> {
  const owner = await selectKeyOwner(db, learnerId)
  if (owner === undefined) return undefined
  const pin = (await selectPin(db, owner)) !== undefined
  // a lock without any key left would lock nothing but its owner out
  const passkey = (await hasPasskeyLock(db, owner)) && (await passkeysOf(db, owner)).length > 0
  return pin || passkey ? { pin, passkey } : undefined
}

/**
 * Takes every lock off, in the transaction that gives a new slip: whoever forgot their PIN or lost their phone gets in
 * with the paper a trainer hands them. Their passkeys and their address stay theirs.
 */
export async function clearSlipLocks(trx: Db, learnerId: LearnerId): Promise<void> {
  const owner = await selectKeyOwner(trx, learnerId)
  if (owner === undefined) return
  await deletePins(trx, owner)
  await deletePasskeyLock(trx, owner)
}

/**
 * Takes away every key somebody added, in the transaction that gives a new slip: their former one was in other hands, and
 * whoever held it may have added keys of their own.
 */
export async function removeAddedKeys(
  trx: Db,
  actor: Actor,
  input: { readonly learnerId: LearnerId; readonly at: Date },
): Promise<void> {
  const owner = await selectKeyOwner(trx, input.learnerId)
  if (owner === undefined) return
  for (const id of owner.records)
    await removePasskeysOf(trx, actor, { owner: { kind: 'learner', id }, at: input.at })
  if ((await deleteEmails(trx, owner)) > 0)
    await recordEvent(trx, {
      at: input.at,
      actor,
      action: 'youth.email-removed',
      subject: { type: 'learner', id: input.learnerId },
    })
}

/** The passkeys of somebody, under whichever of their records they were made. */
export async function passkeysOf(db: Db, { records }: KeyOwner): Promise<Passkey[]> {
  const all: Passkey[] = []
  for (const id of records) all.push(...(await listPasskeys(db, { kind: 'learner', id })))
  return all
}
