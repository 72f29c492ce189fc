import { AppError } from '../../kernel/errors.ts'
import type { LearnerActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { recordEvent } from '../audit/index.ts'
import { selectKeyOwner, type KeyOwner } from './person-store.ts'

/** @throws AppError `not-found` for a record that is gone */
export async function requireOwner(db: Db, learnerId: string): Promise<KeyOwner> {
  const owner = await selectKeyOwner(db, learnerId)
  if (owner === undefined) throw new AppError('not-found')
  return owner
}

/** Tells the trail what somebody did with their own keys, in the transaction of it. */
export async function recordKeyEvent(
  trx: Db,
  youth: LearnerActor,
  owner: KeyOwner,
  event: { readonly at: Date; readonly action: string },
): Promise<void> {
  await recordEvent(trx, {
    ...event,
    actor: youth,
    organisationId: owner.organisationId,
    subject: { type: 'learner', id: owner.learnerId },
  })
}
