import { todayOf, type StructureToday } from '../../access/organisations/index.ts'
import { AppError } from '../../kernel/errors.ts'
import type { Db } from '../../platform/db/index.ts'
import { findLearner, type Learner } from '../learners/index.ts'
import { findMobility, type Mobility } from '../mobilities/index.ts'
import { listSeats, type Seat } from '../training-sessions/index.ts'

/** Everything a question to a host is about. */
export interface Question {
  readonly stay: Mobility
  readonly learner: Learner
  /** Who asks: the structure that keeps the young person's record, as it is today. */
  readonly structure: StructureToday
  /** Places in return sessions where this stay is spoken of. */
  readonly seats: readonly Seat[]
}

/**
 * Reads what a question is about.
 * @throws AppError `not-found`
 */
export async function readQuestion(db: Db, mobilityId: string): Promise<Question> {
  const stay = await findMobility(db, mobilityId)
  const learner = stay && (await findLearner(db, stay.learnerId))
  const structure = learner && (await todayOf(db, learner.organisationId))
  if (stay === undefined || learner === undefined || structure === undefined) throw new AppError('not-found')
  const seats = await listSeats(db, learner.id)
  return {
    stay,
    learner,
    structure,
    seats: seats.filter(({ session, mobilityId: id }) => session.kind === 'return' && id === stay.id),
  }
}

export const isSigned = ({ session }: Seat): boolean => session.signedAt !== undefined
