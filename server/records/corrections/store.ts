import { z } from 'zod'
import type { AccountId, LearnerId, OrganisationId, TrainingSessionId } from '../../kernel/ids.ts'
import { newId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { CorrectionMade, FieldCorrection } from './correction.ts'

const FIELDS = ['givenName', 'familyName', 'observation', 'level', 'note'] as const

const madeRow = z
  .object({
    learner_id: z.string().transform((id) => id as LearnerId),
    field: z.enum(FIELDS),
    competence: z.string().nullable(),
    value_before: z.string().nullable(),
    value_after: z.string().nullable(),
    made_at: z.string(),
    made_by_name: z.string(),
  })
  .transform((row): CorrectionMade => ({
    learnerId: row.learner_id,
    field: row.field,
    ...(row.competence === null ? {} : { competence: row.competence }),
    before: row.value_before ?? '',
    after: row.value_after ?? '',
    madeAt: row.made_at,
    madeByName: row.made_by_name,
  }))

export interface WrittenCorrections {
  readonly sessionId: TrainingSessionId
  readonly organisationId: OrganisationId
  readonly learnerId: LearnerId
  readonly madeAt: string
  readonly madeBy: AccountId | null
  readonly madeByName: string
  readonly batchId: string
}

export async function insertCorrections(
  trx: Db,
  about: WrittenCorrections,
  corrections: readonly FieldCorrection[],
): Promise<void> {
  if (corrections.length === 0) return
  await trx('corrections').insert(
    corrections.map(({ field, competence, before, after }) => ({
      id: newId(),
      session_id: about.sessionId,
      organisation_id: about.organisationId,
      learner_id: about.learnerId,
      field,
      competence: competence ?? null,
      value_before: before,
      value_after: after,
      made_at: about.madeAt,
      made_by: about.madeBy,
      made_by_name: about.madeByName,
      batch_id: about.batchId,
    })),
  )
}

/** What was corrected in a session, the newest first. */
export async function selectCorrections(db: Db, sessionId: TrainingSessionId): Promise<CorrectionMade[]> {
  const rows: unknown = await db('corrections')
    .where({ session_id: sessionId })
    .orderBy([
      { column: 'made_at', order: 'desc' },
      { column: 'learner_id' },
      { column: 'field' },
      { column: 'id' },
    ])
  return z.array(madeRow).parse(rows)
}
