import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { LearnerId } from '../../kernel/ids.ts'
import type { LearnerActor } from '../../kernel/roles.ts'
import { finishAuthentication, removePasskey, type PasskeyDeps } from '../passkeys/index.ts'
import { deletePasskeyLock, savePasskeyLock } from './lock-store.ts'
import { recordKeyEvent, requireOwner } from './require-owner.ts'
import type { LockDeps, YouthKeyDeps } from './set-pin.ts'
import { passkeysOf } from './slip-lock.ts'

/**
 * Who comes in with a passkey of theirs, without any slip.
 * @throws AppError `passkey-refused`, also for the key of somebody who works here
 */
export async function comeByPasskey(
  deps: PasskeyDeps,
  input: { readonly browser: string; readonly answer: unknown },
): Promise<LearnerId> {
  const { owner } = await finishAuthentication(deps, { ...input, of: 'learner' })
  if (owner.kind !== 'learner') throw new AppError('passkey-refused')
  return owner.id
}

/**
 * Forgets a passkey of theirs; with the last one goes the lock it was.
 * @throws AppError `not-found`
 */
export async function forgetPasskey(deps: YouthKeyDeps, youth: LearnerActor, id: string): Promise<void> {
  const at = deps.clock.now()
  await deps.db.transaction(async (trx) => {
    const owner = await requireOwner(trx, youth.learnerId)
    const passkeys = await passkeysOf(trx, owner)
    const passkey = passkeys.find((one) => one.id === id)
    if (passkey === undefined) throw new AppError('not-found')
    await removePasskey(trx, youth, { owner: passkey.owner, id: passkey.id, at })
    if (passkeys.length === 1) await deletePasskeyLock(trx, owner)
  })
}

/**
 * Whether the slip asks for a passkey of theirs as well. Locked, it ends the other visits, like a PIN.
 * @param visit the token of the visit it is done in, which goes on
 * @throws AppError `not-found` to lock without any
 */
export async function lockWithPasskey(
  deps: LockDeps,
  youth: LearnerActor,
  wish: 'lock' | 'unlock',
  visit?: string,
): Promise<void> {
  const at = deps.clock.now()
  await deps.db.transaction(async (trx) => {
    const owner = await requireOwner(trx, youth.learnerId)
    if (wish === 'unlock') await deletePasskeyLock(trx, owner)
    else if ((await passkeysOf(trx, owner)).length === 0) throw new AppError('not-found')
    else {
      await savePasskeyLock(trx, owner, isoInstant(at))
      await deps.youthSessions.endAllOf(trx, owner.learnerId, visit)
    }
    await recordKeyEvent(trx, youth, owner, { at, action: `youth.passkey-${wish}ed` })
  })
}
