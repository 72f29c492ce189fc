import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { newSecretToken, type LearnerId } from '../../kernel/ids.ts'
import type { LearnerActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { hashToken } from '../accounts/index.ts'
import { recordEvent } from '../audit/index.ts'
import {
  deleteExpiredYouthSessions,
  deleteYouthSession,
  deleteYouthSessionsOf,
  insertYouthSession,
  selectLearnerActor,
  selectYouthSession,
  updateLastSeen,
} from './store.ts'
import { ABSOLUTE_MS, isAlive, isDueForTouch } from './youth-session.ts'

export interface YouthSessionsDeps {
  readonly db: Db
  readonly clock: Clock
}

/** Who is in their own space, and in which browser. Tokens are bearer secrets: they belong in the cookie alone. */
export interface YouthSessions {
  /**
   * Lets somebody in who showed their slip or another key. Returns the token.
   * @param stillOpens looks once more, in the same transaction, whether the key opens: throws when it does not
   * @throws AppError `not-found` for a record that is gone
   */
  start(learnerId: LearnerId, stillOpens?: (trx: Db) => Promise<unknown>): Promise<string>
  /** Whose token this is, under the record that goes on; undefined when the visit ended, expired or never was. */
  resolve(token: string): Promise<LearnerActor | undefined>
  /** Leaves: the token is worth nothing from now on, wherever it is kept. */
  end(token: string): Promise<void>
  /**
   * Ends every visit of somebody, in whatever browser, or every one but one. Pass the transaction of what makes it
   * necessary.
   * @param except the token of the visit that goes on
   */
  endAllOf(db: Db, learnerId: LearnerId, except?: string): Promise<number>
}

export function createYouthSessions(deps: YouthSessionsDeps): YouthSessions {
  return {
    start: (learnerId, stillOpens) => start(deps, learnerId, stillOpens),
    resolve: (token) => resolve(deps, token),
    end: (token) => end(deps, token),
    endAllOf: (db, learnerId, except) =>
      deleteYouthSessionsOf(db, learnerId, except === undefined ? undefined : hashToken(except)),
  }
}

async function start(
  { db, clock }: YouthSessionsDeps,
  learnerId: LearnerId,
  stillOpens?: (trx: Db) => Promise<unknown>,
): Promise<string> {
  const token = newSecretToken()
  const at = clock.now()
  await db.transaction(async (trx) => {
    await stillOpens?.(trx)
    await deleteExpiredYouthSessions(trx, isoInstant(at))
    const actor = await selectLearnerActor(trx, learnerId)
    if (actor === undefined) throw new AppError('not-found')
    await insertYouthSession(trx, hashToken(token), {
      learnerId: actor.learnerId,
      createdAt: isoInstant(at),
      lastSeenAt: isoInstant(at),
      expiresAt: isoInstant(new Date(at.getTime() + ABSOLUTE_MS)),
    })
    await recordEvent(trx, {
      at,
      actor,
      action: 'youth.entered',
      subject: { type: 'learner', id: actor.learnerId },
    })
  })
  return token
}

async function resolve({ db, clock }: YouthSessionsDeps, token: string): Promise<LearnerActor | undefined> {
  const tokenHash = hashToken(token)
  const session = await selectYouthSession(db, tokenHash)
  const now = clock.now()
  if (session === undefined || !isAlive(session, now)) return undefined
  const actor = await selectLearnerActor(db, session.learnerId)
  if (actor !== undefined && isDueForTouch(session, now)) await updateLastSeen(db, tokenHash, isoInstant(now))
  return actor
}

async function end({ db }: YouthSessionsDeps, token: string): Promise<void> {
  await deleteYouthSession(db, hashToken(token))
}
