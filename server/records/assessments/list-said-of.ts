import type { LearnerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { attestable, type Assessment } from './assessment.ts'
import { selectAssessmentsOf } from './store.ts'

/**
 * What was said of a young person in every session, for that person to read: a « pas encore » that somebody else wrote
 * is left out.
 */
export async function listSaidOf(db: Db, learnerId: LearnerId): Promise<Assessment[]> {
  const said = await selectAssessmentsOf(db, learnerId)
  return said.map((one) => ({ ...one, level: attestable(one.level) }))
}
