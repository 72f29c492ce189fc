import { AppError } from '../../kernel/errors.ts'
import type { TrainingSessionId } from '../../kernel/ids.ts'
import { findOrganisation, publicNameOf } from '../../access/organisations/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { findLearners } from '../learners/index.ts'
import { findMobilities } from '../mobilities/index.ts'
import type { Enrolment, SendingStructure } from './enrolment.ts'
import { selectEnrolment, selectEnrolments, type EnrolmentRecord } from './enrolment-store.ts'

/** The session's youths in the grid's order, with their stay. Access to the session is checked before. */
export async function listEnrolments(db: Db, sessionId: TrainingSessionId): Promise<Enrolment[]> {
  return withPeople(db, await selectEnrolments(db, sessionId))
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
  const [enrolment] = record === undefined ? [] : await withPeople(db, [record])
  if (enrolment === undefined) throw new AppError('not-found')
  return enrolment
}

async function withPeople(db: Db, records: readonly EnrolmentRecord[]): Promise<Enrolment[]> {
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
  return records.flatMap(({ learnerId, mobilityId, sentBy, ...record }) => {
    const learner = learnerById.get(learnerId)
    const mobility = mobilityId === undefined ? undefined : stayById.get(mobilityId)
    return learner === undefined ? [] : [{ ...record, learner, mobility, sentBy: senders.get(sentBy) }]
  })
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
