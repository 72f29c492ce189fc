import { z } from 'zod'
import type {
  EnrolmentId,
  LearnerId,
  MobilityId,
  OrganisationId,
  TrainingSessionId,
} from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { ATTENDANCES, type Attendance, type Enrolment } from './enrolment.ts'

/** An enrolment as it is stored: the learner and the stay by their ids. */
export type EnrolmentRecord = Omit<Enrolment, 'learner' | 'mobility' | 'sentBy' | 'halfDays'> & {
  readonly learnerId: LearnerId
  readonly mobilityId: MobilityId | undefined
  readonly sentBy: OrganisationId | undefined
  /** What was said in one word before a half-day was noted. */
  readonly saidAttendance: Attendance | undefined
}

const enrolmentRow = z
  .object({
    id: z.string().transform((id) => id as EnrolmentId),
    session_id: z.string().transform((id) => id as TrainingSessionId),
    learner_id: z.string().transform((id) => id as LearnerId),
    mobility_id: z
      .string()
      .nullable()
      .transform((id) => (id ?? undefined) as MobilityId | undefined),
    sent_by_organisation_id: z
      .string()
      .nullable()
      .transform((id) => (id ?? undefined) as OrganisationId | undefined),
    attendance: z.enum(ATTENDANCES),
    said_attendance: z.enum(ATTENDANCES).nullable(),
    observation: z
      .string()
      .nullable()
      .transform((text) => text ?? undefined),
    position: z.number(),
    updated_at: z.string(),
  })
  .transform((row): EnrolmentRecord => ({
    id: row.id,
    sessionId: row.session_id,
    learnerId: row.learner_id,
    mobilityId: row.mobility_id,
    sentBy: row.sent_by_organisation_id,
    attendance: row.attendance,
    saidAttendance: row.said_attendance ?? undefined,
    observation: row.observation,
    position: row.position,
    updatedAt: row.updated_at,
  }))

export async function selectEnrolments(db: Db, sessionId: TrainingSessionId): Promise<EnrolmentRecord[]> {
  const rows: unknown[] = await db('enrolments').where({ session_id: sessionId }).orderBy(['position', 'id'])
  return rows.map((row) => enrolmentRow.parse(row))
}

export async function selectEnrolment(
  db: Db,
  sessionId: TrainingSessionId,
  by: { id: string } | { learner_id: LearnerId },
): Promise<EnrolmentRecord | undefined> {
  const row: unknown = await db('enrolments')
    .where({ session_id: sessionId, ...by })
    .first()
  return row === undefined ? undefined : enrolmentRow.parse(row)
}

export async function insertEnrolment(
  trx: Db,
  enrolment: Omit<EnrolmentRecord, 'position' | 'saidAttendance'>,
): Promise<void> {
  const last: unknown = await trx('enrolments')
    .where({ session_id: enrolment.sessionId })
    .max({ position: 'position' })
    .first()
  const { position } = z.object({ position: z.number().nullable() }).parse(last)
  await trx('enrolments').insert({
    id: enrolment.id,
    session_id: enrolment.sessionId,
    learner_id: enrolment.learnerId,
    mobility_id: enrolment.mobilityId ?? null,
    sent_by_organisation_id: enrolment.sentBy ?? null,
    attendance: enrolment.attendance,
    position: (position ?? 0) + 1,
    observation: enrolment.observation ?? null,
    created_at: enrolment.updatedAt,
    updated_at: enrolment.updatedAt,
  })
}

export async function updateEnrolment(
  trx: Db,
  id: EnrolmentId,
  change: {
    mobilityId?: MobilityId
    sentBy?: OrganisationId
    attendance?: Attendance
    saidAttendance?: Attendance
    observation?: string | null
    at: string
  },
): Promise<void> {
  await trx('enrolments')
    .where({ id })
    .update({
      ...(change.mobilityId !== undefined && { mobility_id: change.mobilityId }),
      ...(change.sentBy !== undefined && { sent_by_organisation_id: change.sentBy }),
      ...(change.attendance !== undefined && { attendance: change.attendance }),
      ...(change.saidAttendance !== undefined && { said_attendance: change.saidAttendance }),
      ...(change.observation !== undefined && { observation: change.observation }),
      updated_at: change.at,
    })
}

/** Every place a record has, in no promised order. */
export async function selectEnrolmentsOf(db: Db, learnerId: LearnerId): Promise<EnrolmentRecord[]> {
  const rows: unknown[] = await db('enrolments').where({ learner_id: learnerId })
  return rows.map((row) => enrolmentRow.parse(row))
}

/** Whose place it is: another record of the same person. */
export async function updateEnrolled(
  trx: Db,
  id: EnrolmentId,
  change: { readonly learnerId: LearnerId; readonly mobilityId: MobilityId | undefined; readonly at: string },
): Promise<void> {
  const { learnerId, mobilityId, at } = change
  await trx('enrolments')
    .where({ id })
    .update({ learner_id: learnerId, mobility_id: mobilityId ?? null, updated_at: at })
}

/** The marks of attendance go with it (`on delete cascade`). */
export async function deleteEnrolment(trx: Db, id: EnrolmentId): Promise<void> {
  await trx('enrolments').where({ id }).delete()
}
