import { z } from 'zod'
import type { EnrolmentId, TrainingSessionId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'

// What was said belongs to `assessments`, `evidence` and `telling`, which stand on this feature and so cannot be imported
// here. These are looks at how much there is, before something is taken away from under it.

/** How many cells of the grid say something, a competence. « Pas encore » is one of them. */
export async function countSaidByCompetence(
  db: Db,
  sessionId: TrainingSessionId,
): Promise<ReadonlyMap<string, number>> {
  const rows: unknown[] = await db('assessments')
    .join('enrolments', 'enrolments.id', 'assessments.enrolment_id')
    .where({ session_id: sessionId })
    .groupBy('competence')
    .select('competence')
    .count({ said: '*' })
  const row = z.object({ competence: z.string(), said: z.coerce.number() })
  return new Map(
    rows.map((one) => {
      const { competence, said } = row.parse(one)
      return [competence, said]
    }),
  )
}

/** The places of the session of which the grid says something, or where words or evidence are shown. */
export async function selectPlacesWithWords(
  db: Db,
  sessionId: TrainingSessionId,
): Promise<ReadonlySet<EnrolmentId>> {
  const places = () => db('enrolments').select('id').where({ session_id: sessionId })
  const said: unknown[] = await db('assessments').distinct('enrolment_id').whereIn('enrolment_id', places())
  const kept: unknown[] = await db('evidence').distinct('enrolment_id').whereIn('enrolment_id', places())
  // what a young person wrote and shows to the session's trainers
  const told: unknown[] = await db('tellings')
    .distinct({ enrolment_id: 'visible_to' })
    .whereIn('visible_to', places())
  const row = z.object({ enrolment_id: z.string().transform((id) => id as EnrolmentId) })
  return new Set([...said, ...kept, ...told].map((one) => row.parse(one).enrolment_id))
}
