import { AppError } from '../../kernel/errors.ts'
import type { EnrolmentId, LearnerId, MobilityId } from '../../kernel/ids.ts'
import type { LearnerActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { selectEnrolmentsOf } from './enrolment-store.ts'
import { lockSession, selectSession } from './store.ts'
import type { TrainingSession } from './training-session.ts'

/** A place that a young person has in a session, as they see it themselves. */
export interface Seat {
  readonly enrolmentId: EnrolmentId
  readonly mobilityId: MobilityId | undefined
  readonly session: TrainingSession
}

/** Every place a young person has in a session, of whatever structure, by the session's first day. */
export async function listSeats(db: Db, learnerId: LearnerId): Promise<Seat[]> {
  const seats: Seat[] = []
  for (const { id, sessionId, mobilityId } of await selectEnrolmentsOf(db, learnerId)) {
    const session = await selectSession(db, sessionId)
    if (session !== undefined) seats.push({ enrolmentId: id, mobilityId, session })
  }
  return seats.sort((one, other) => one.session.startsOn.localeCompare(other.session.startsOn))
}

/**
 * The session in which the young person has this place, still unsigned and so until the transaction ends.
 * @throws AppError `not-found` (no place of theirs), `session-already-signed`
 */
export async function requireOwnOpenSession(
  trx: Db,
  youth: LearnerActor,
  enrolmentId: EnrolmentId,
): Promise<TrainingSession> {
  const seat = (await selectEnrolmentsOf(trx, youth.learnerId)).find(({ id }) => id === enrolmentId)
  const session = seat && (await lockSession(trx, seat.sessionId))
  if (session === undefined) throw new AppError('not-found')
  if (session.signedAt !== undefined) throw new AppError('session-already-signed')
  return session
}
