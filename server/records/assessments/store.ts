import { z } from 'zod'
import type { AccountId, EnrolmentId, Id, LearnerId, TrainingSessionId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { VOICES, type AssessedLevel, type Assessment } from './assessment.ts'

export type AssessmentId = Id<'assessment'>

const assessmentRow = z
  .object({
    enrolment_id: z.string().transform((id) => id as EnrolmentId),
    competence: z.string(),
    voice: z.enum(VOICES),
    level: z
      .string()
      .nullable()
      .transform((level) => (level ?? undefined) as AssessedLevel | undefined),
    observation: z
      .string()
      .nullable()
      .transform((text) => text ?? undefined),
    author_name: z.string(),
    updated_at: z.string(),
  })
  .transform((row): Assessment => ({
    enrolmentId: row.enrolment_id,
    competence: row.competence,
    voice: row.voice,
    level: row.level,
    observation: row.observation,
    authorName: row.author_name,
    updatedAt: row.updated_at,
  }))

/** Everything said in a session, in no promised order. */
export async function selectAssessments(db: Db, sessionId: TrainingSessionId): Promise<Assessment[]> {
  const rows: unknown[] = await db('assessments')
    .whereIn('enrolment_id', db('enrolments').select('id').where({ session_id: sessionId }))
    .select('enrolment_id', 'competence', 'voice', 'level', 'observation', 'author_name', 'updated_at')
  return rows.map((row) => assessmentRow.parse(row))
}

/** Everything said of one young person, in whatever session, in no promised order. */
export async function selectAssessmentsOf(db: Db, learnerId: LearnerId): Promise<Assessment[]> {
  const rows: unknown[] = await db('assessments')
    .whereIn('enrolment_id', db('enrolments').select('id').where({ learner_id: learnerId }))
    .select('enrolment_id', 'competence', 'voice', 'level', 'observation', 'author_name', 'updated_at')
  return rows.map((row) => assessmentRow.parse(row))
}

export interface WrittenAssessment extends Assessment {
  readonly id: AssessmentId
  readonly authorId: AccountId | null
}

// nine columns a row: far below the number of bindings either database takes
const ROWS_A_STATEMENT = 200

export async function upsertAssessments(trx: Db, assessments: readonly WrittenAssessment[]): Promise<void> {
  for (let start = 0; start < assessments.length; start += ROWS_A_STATEMENT) {
    const rows = assessments.slice(start, start + ROWS_A_STATEMENT).map((assessment) => ({
      id: assessment.id,
      enrolment_id: assessment.enrolmentId,
      competence: assessment.competence,
      voice: assessment.voice,
      level: assessment.level ?? null,
      observation: assessment.observation ?? null,
      author_id: assessment.authorId,
      author_name: assessment.authorName,
      created_at: assessment.updatedAt,
      updated_at: assessment.updatedAt,
    }))
    await trx('assessments')
      .insert(rows)
      .onConflict(['enrolment_id', 'competence', 'voice'])
      .merge(['level', 'observation', 'author_id', 'author_name', 'updated_at'])
  }
}

export async function deleteAssessment(
  trx: Db,
  { enrolmentId, competence, voice }: Pick<Assessment, 'enrolmentId' | 'competence' | 'voice'>,
): Promise<void> {
  await trx('assessments').where({ enrolment_id: enrolmentId, competence, voice }).delete()
}
