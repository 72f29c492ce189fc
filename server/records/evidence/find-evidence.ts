import { AppError } from '../../kernel/errors.ts'
import type { EnrolmentId, TrainingSessionId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { requireSessionAccess } from '../training-sessions/index.ts'
import type { Evidence } from './evidence.ts'
import { selectEvidence, selectEvidenceOf } from './store.ts'

/** Evidence of these enrolments, oldest first. Access to their session is checked before. */
export async function listEvidence(db: Db, enrolmentIds: readonly EnrolmentId[]): Promise<Evidence[]> {
  return selectEvidenceOf(db, enrolmentIds)
}

/**
 * A piece of evidence the actor may see: whoever may open its session.
 * @throws AppError `not-found`
 */
export async function requireEvidence(
  db: Db,
  actor: Actor,
  id: string,
): Promise<{ evidence: Evidence; sessionId: TrainingSessionId }> {
  const found = await selectEvidence(db, id)
  if (found === undefined) throw new AppError('not-found')
  await requireSessionAccess(db, actor, found.sessionId)
  return found
}
