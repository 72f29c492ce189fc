import { z } from 'zod'
import type { EnrolmentId, TrainingSessionId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { MARKS, type HalfDay, type Mark } from './half-day.ts'

/** A mark as it is stored: of whom, when, and who said so. */
export interface MarkRecord extends Mark {
  readonly enrolmentId: EnrolmentId
  readonly halfDay: HalfDay
  readonly authorName: string
}

const markRow = z
  .object({
    enrolment_id: z.string().transform((id) => id as EnrolmentId),
    half_day: z.string().transform((text) => text as HalfDay),
    mark: z.enum(MARKS),
    arrived_at: z
      .string()
      .nullable()
      .transform((time) => time ?? undefined),
    author_name: z.string(),
  })
  .transform((row): MarkRecord => ({
    enrolmentId: row.enrolment_id,
    halfDay: row.half_day,
    mark: row.mark,
    arrivedAt: row.arrived_at,
    authorName: row.author_name,
  }))

/** Every mark of a session, also of half-days that do not take place any more. */
export async function selectMarks(db: Db, sessionId: TrainingSessionId): Promise<MarkRecord[]> {
  const places = db('enrolments').select('id').where({ session_id: sessionId })
  const rows: unknown[] = await db('attendance_marks').whereIn('enrolment_id', places)
  return rows.map((row) => markRow.parse(row))
}

export async function upsertMark(
  trx: Db,
  mark: MarkRecord & { readonly authorId: string | null; readonly at: string },
): Promise<void> {
  await trx('attendance_marks')
    .insert({
      enrolment_id: mark.enrolmentId,
      half_day: mark.halfDay,
      mark: mark.mark,
      arrived_at: mark.arrivedAt ?? null,
      author_id: mark.authorId,
      author_name: mark.authorName,
      updated_at: mark.at,
    })
    .onConflict(['enrolment_id', 'half_day'])
    .merge()
}

export async function deleteMark(
  trx: Db,
  { enrolmentId, halfDay }: Pick<MarkRecord, 'enrolmentId' | 'halfDay'>,
): Promise<void> {
  await trx('attendance_marks').where({ enrolment_id: enrolmentId, half_day: halfDay }).delete()
}

/** The marks of each place, by half-day. */
export function marksByEnrolment(
  records: readonly MarkRecord[],
): ReadonlyMap<EnrolmentId, ReadonlyMap<HalfDay, MarkRecord>> {
  const byEnrolment = new Map<EnrolmentId, Map<HalfDay, MarkRecord>>()
  for (const record of records) {
    const marks = byEnrolment.get(record.enrolmentId) ?? new Map<HalfDay, MarkRecord>()
    byEnrolment.set(record.enrolmentId, marks.set(record.halfDay, record))
  }
  return byEnrolment
}
