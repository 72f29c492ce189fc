import { z } from 'zod'
import type { LearnerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'

/** Ids under which the trail speaks of a person, the records that went into theirs included. */
export interface Traces {
  readonly learners: readonly string[]
  readonly enrolments: readonly { readonly id: string; readonly sessionId: string }[]
  readonly mobilities: readonly string[]
  readonly evidence: readonly string[]
}

const withId = z.object({ id: z.string() })
const enrolmentRow = z
  .object({ id: z.string(), session_id: z.string() })
  .transform((row) => ({ id: row.id, sessionId: row.session_id }))

export async function selectTraces(db: Db, learnerId: LearnerId): Promise<Traces> {
  const merged: unknown[] = await db('learners').where({ merged_into: learnerId }).select('id')
  const learners = [learnerId, ...merged.map((row) => withId.parse(row).id)]
  const enrolments: unknown[] = await db('enrolments')
    .whereIn('learner_id', learners)
    .select('id', 'session_id')
  const mobilities: unknown[] = await db('mobilities').whereIn('learner_id', learners).select('id')
  const evidence: unknown[] = await db('evidence')
    .whereIn('enrolment_id', db('enrolments').whereIn('learner_id', learners).select('id'))
    .select('id')
  return {
    learners,
    enrolments: enrolments.map((row) => enrolmentRow.parse(row)),
    mobilities: mobilities.map((row) => withId.parse(row).id),
    evidence: evidence.map((row) => withId.parse(row).id),
  }
}
