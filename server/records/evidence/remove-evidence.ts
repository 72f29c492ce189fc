import { recordEvent } from '../../access/audit/index.ts'
import type { EnrolmentId, TrainingSessionId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import { requireOpenSession } from '../training-sessions/index.ts'
import type { EvidenceDeps } from './add-evidence.ts'
import { requireEvidence } from './find-evidence.ts'
import { releaseFile } from './release-file.ts'
import { deleteEvidence, updateShown } from './store.ts'

/**
 * Takes a piece back, and its file with it unless another piece holds the same bytes. A young person's own piece only
 * leaves the session: it stays theirs.
 * @throws AppError `not-found`, `session-already-signed` (a credential may name it)
 */
export async function removeEvidence(
  deps: EvidenceDeps,
  actor: Actor,
  id: string,
): Promise<{ sessionId: TrainingSessionId; enrolmentId: EnrolmentId }> {
  const { evidence, sessionId } = await requireEvidence(deps.db, actor, id)
  await deps.db.transaction(async (trx) => {
    const session = await requireOpenSession(trx, actor, sessionId)
    if (evidence.ownedBy === undefined) await deleteEvidence(trx, evidence.id)
    else await updateShown(trx, evidence.id, undefined)
    await recordEvent(trx, {
      at: deps.clock.now(),
      actor,
      action: 'evidence.removed',
      organisationId: session.organisationId,
      subject: { type: 'evidence', id: evidence.id },
      details: { enrolmentId: evidence.enrolmentId, kind: evidence.kind },
    })
  })
  if (evidence.file !== undefined) await releaseFile(deps, evidence.file.key)
  return { sessionId, enrolmentId: evidence.enrolmentId }
}
