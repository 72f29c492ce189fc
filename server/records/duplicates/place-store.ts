import { z } from 'zod'
import type { EnrolmentId, LearnerId, TrainingSessionId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'

/** A session, not signed yet, in which both records have a place. */
export interface SharedPlace {
  readonly sessionId: TrainingSessionId
  readonly title: string
  readonly from: EnrolmentId
  readonly into: EnrolmentId
}

const sharedRow = z
  .object({ id: z.string(), title: z.string(), from_place: z.string(), into_place: z.string() })
  .transform((row): SharedPlace => ({
    sessionId: row.id as TrainingSessionId,
    title: row.title,
    from: row.from_place as EnrolmentId,
    into: row.into_place as EnrolmentId,
  }))

/** Sessions that are not signed and hold both records. */
export async function selectSharedPlaces(
  db: Db,
  { from, into }: { readonly from: LearnerId; readonly into: LearnerId },
): Promise<SharedPlace[]> {
  const rows: unknown = await db('enrolments as leaving')
    .join('enrolments as staying', 'staying.session_id', 'leaving.session_id')
    .join('training_sessions', 'training_sessions.id', 'leaving.session_id')
    .where({ 'leaving.learner_id': from, 'staying.learner_id': into })
    .whereNull('training_sessions.signed_at')
    .orderBy('training_sessions.starts_on')
    .select(
      'training_sessions.id',
      'training_sessions.title',
      'leaving.id as from_place',
      'staying.id as into_place',
    )
  return z.array(sharedRow).parse(rows)
}

/** Which of two places in a session keeps what both say something of. */
export interface PlaceMove {
  /** Disappears; what the other has nothing of goes to it. */
  readonly losing: EnrolmentId
  readonly keeping: EnrolmentId
}

const cell = z.object({ id: z.string(), competence: z.string(), voice: z.string() })

/** The levels and observations of one place that the other has none of; returns how many the other had as well. */
export async function moveAssessments(trx: Db, { losing, keeping }: PlaceMove): Promise<number> {
  const keyed = async (place: EnrolmentId) =>
    z
      .array(cell)
      .parse(await trx('assessments').where({ enrolment_id: place }).select('id', 'competence', 'voice'))
  const taken = new Set((await keyed(keeping)).map(({ competence, voice }) => `${competence} ${voice}`))
  const moving = await keyed(losing)
  const free = moving.filter(({ competence, voice }) => !taken.has(`${competence} ${voice}`))
  for (const { id } of free) await trx('assessments').where({ id }).update({ enrolment_id: keeping })
  await trx('assessments').where({ enrolment_id: losing }).delete()
  return moving.length - free.length
}

/** How many levels and observations both places have, each their own. */
export async function countBothAssessed(db: Db, { losing, keeping }: PlaceMove): Promise<number> {
  const row: unknown = await db('assessments as one')
    .join('assessments as other', (same) => {
      void same.on('other.competence', 'one.competence').andOn('other.voice', 'one.voice')
    })
    .where({ 'one.enrolment_id': losing, 'other.enrolment_id': keeping })
    .count({ all: '*' })
    .first()
  return z.object({ all: z.coerce.number() }).parse(row).all
}

const placeRow = z.object({
  learner_id: z.string(),
  mobility_id: z.string().nullable(),
  attendance: z.string(),
  said_attendance: z.string().nullable(),
  observation: z.string().nullable(),
})

/** Attendance, half-days, evidence, what was told and the observation of one place, as far as the other has none. */
export async function movePlace(
  trx: Db,
  { losing, keeping }: PlaceMove,
  into: LearnerId,
  at: string,
): Promise<void> {
  const read = async (id: EnrolmentId) => placeRow.parse(await trx('enrolments').where({ id }).first())
  const [gone, kept] = [await read(losing), await read(keeping)]
  await moveMarks(trx, { losing, keeping })
  await trx('evidence').where({ enrolment_id: losing }).update({ enrolment_id: keeping })
  for (const table of ['evidence', 'tellings'])
    await trx(table)
      .where({ place: `seat-${losing}` })
      .update({ place: `seat-${keeping}` })
  await trx('tellings').where({ visible_to: losing }).update({ visible_to: keeping })
  await trx('enrolments').where({ id: losing }).delete()
  await trx('enrolments')
    .where({ id: keeping })
    .update({
      learner_id: into,
      mobility_id: kept.mobility_id ?? gone.mobility_id,
      attendance: kept.attendance === 'expected' ? gone.attendance : kept.attendance,
      said_attendance: kept.said_attendance ?? gone.said_attendance,
      observation: kept.observation ?? gone.observation,
      updated_at: at,
    })
}

async function moveMarks(trx: Db, { losing, keeping }: PlaceMove): Promise<void> {
  const marked = trx('attendance_marks').where({ enrolment_id: keeping }).select('half_day')
  const halfDays = z.array(z.object({ half_day: z.string() })).parse(await marked)
  await trx('attendance_marks')
    .where({ enrolment_id: losing })
    .whereNotIn(
      'half_day',
      halfDays.map((row) => row.half_day),
    )
    .update({ enrolment_id: keeping })
  await trx('attendance_marks').where({ enrolment_id: losing }).delete()
}
