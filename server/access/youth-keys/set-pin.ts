import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { LearnerActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { hashPassword } from '../accounts/index.ts'
import type { YouthSessions } from '../youth-sessions/index.ts'
import { pinProblem } from './pin-rules.ts'
import { deletePins, replacePin } from './pin-store.ts'
import { recordKeyEvent, requireOwner } from './require-owner.ts'

export interface YouthKeyDeps {
  readonly db: Db
  readonly clock: Clock
}

export interface LockDeps extends YouthKeyDeps {
  readonly youthSessions: Pick<YouthSessions, 'endAllOf'>
}

/**
 * Locks the slip with a PIN, or with another one. Visits that began with the slip alone end: whoever photographed it is
 * outside from now on.
 * @param visit the token of the visit it is done in, which goes on
 * @throws AppError `invalid-input` (see {@link pinProblem}), `not-found`
 */
export async function setPin(
  deps: LockDeps,
  youth: LearnerActor,
  pin: string,
  visit?: string,
): Promise<void> {
  const owner = await requireOwner(deps.db, youth.learnerId)
  const problem = pinProblem(pin, owner.birthDate)
  if (problem !== undefined) throw new AppError('invalid-input', {}, [problem])
  const hash = await hashPassword(pin)
  const at = deps.clock.now()
  await deps.db.transaction(async (trx) => {
    await replacePin(trx, owner, { hash, at: isoInstant(at) })
    await deps.youthSessions.endAllOf(trx, owner.learnerId, visit)
    await recordKeyEvent(trx, youth, owner, { at, action: 'youth.pin-set' })
  })
}

/** Takes the PIN away: the slip alone opens again. */
export async function removePin(deps: YouthKeyDeps, youth: LearnerActor): Promise<void> {
  const at = deps.clock.now()
  await deps.db.transaction(async (trx) => {
    const owner = await requireOwner(trx, youth.learnerId)
    if ((await deletePins(trx, owner)) > 0)
      await recordKeyEvent(trx, youth, owner, { at, action: 'youth.pin-removed' })
  })
}
