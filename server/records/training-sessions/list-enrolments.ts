import { AppError } from '../../kernel/errors.ts'
import type { TrainingSessionId } from '../../kernel/ids.ts'
import { findOrganisation, publicNameOf } from '../../access/organisations/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { findLearners } from '../learners/index.ts'
import { findMobilities } from '../mobilities/index.ts'
import { marksByEnrolment, selectMarks } from './attendance-store.ts'
import type { Enrolment, SendingStructure } from './enrolment.ts'
import { selectEnrolment, selectEnrolments, type EnrolmentRecord } from './enrolment-store.ts'
import { halfDaysOf, tallyOf, type HalfDayTally } from './half-day.ts'
import { selectSession } from './store.ts'

/** The session's youths in the grid's order, with their stay. Access to the session is checked before. */
export async function listEnrolments(db: Db, sessionId: TrainingSessionId): Promise<Enrolment[]> {
  return withPeople(db, sessionId, await selectEnrolments(db, sessionId))
}

/**
 * One place of the session.
 * @throws AppError `not-found`, also when the enrolment is another session's
 */
export async function requireEnrolment(
  db: Db,
  sessionId: TrainingSessionId,
  enrolmentId: string,
): Promise<Enrolment> {
  const record = await selectEnrolment(db, sessionId, { id: enrolmentId })
  const [enrolment] = record === undefined ? [] : await withPeople(db, sessionId, [record])
  if (enrolment === undefined) throw new AppError('not-found')
  return enrolment
}

async function withPeople(
  db: Db,
  sessionId: TrainingSessionId,
  records: readonly EnrolmentRecord[],
): Promise<Enrolment[]> {
  const learners = await findLearners(
    db,
    records.map(({ learnerId }) => learnerId),
  )
  const stays = await findMobilities(
    db,
    records.flatMap(({ mobilityId }) => mobilityId ?? []),
  )
  const learnerById = new Map(learners.map((learner) => [learner.id, learner]))
  const stayById = new Map(stays.map((stay) => [stay.id, stay]))
  const senders = await sendingStructures(db, records)
  const tallies = await halfDayTallies(db, sessionId)
  return records.flatMap(({ learnerId, mobilityId, sentBy, saidAttendance: _word, ...record }) => {
    const learner = learnerById.get(learnerId)
    const mobility = mobilityId === undefined ? undefined : stayById.get(mobilityId)
    if (learner === undefined) return []
    return [{ ...record, learner, mobility, sentBy: senders.get(sentBy), halfDays: tallies.get(record.id) }]
  })
}

/** Of each place of which some half-day is noted. */
async function halfDayTallies(
  db: Db,
  sessionId: TrainingSessionId,
): Promise<ReadonlyMap<string, HalfDayTally>> {
  const marks = await selectMarks(db, sessionId)
  const session = marks.length === 0 ? undefined : await selectSession(db, sessionId)
  if (session === undefined) return new Map()
  const halfDays = halfDaysOf(session)
  return new Map(
    [...marksByEnrolment(marks)].flatMap(([id, said]) => {
      const tally = tallyOf(said, halfDays)
      return tally === undefined ? [] : [[id, tally] as const]
    }),
  )
}

async function sendingStructures(
  db: Db,
  records: readonly EnrolmentRecord[],
): Promise<ReadonlyMap<EnrolmentRecord['sentBy'], SendingStructure>> {
  const senders = new Map<EnrolmentRecord['sentBy'], SendingStructure>()
  for (const id of new Set(records.flatMap(({ sentBy }) => sentBy ?? []))) {
    const organisation = await findOrganisation(db, id)
    if (organisation !== undefined) senders.set(id, { id, name: publicNameOf(organisation) })
  }
  return senders
}
