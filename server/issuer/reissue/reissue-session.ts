import { AppError } from '../../kernel/errors.ts'
import type { Actor } from '../../kernel/roles.ts'
import { listCredentialsOfSession } from '../credentials/index.ts'
import type { IssuanceOutcome } from '../issuance/index.ts'
import { completeReissue, type ReissueDeps } from './complete-reissue.ts'
import { requestReissue, type ReissuedBatch } from './request-reissue.ts'

/**
 * Signs anew everything that a session issued and that still stands, with the same content: after a key change, or when
 * the structure presents itself otherwise.
 * @throws AppError `not-found` when the session issued nothing; `forbidden` unless the actor coordinates the structure;
 * `nothing-to-correct` when nothing of it stands
 */
export async function reissueSession(
  deps: ReissueDeps,
  actor: Actor,
  input: { readonly sessionId: string; onProgress?: (done: number, total: number) => void },
): Promise<ReissuedBatch & IssuanceOutcome> {
  const batch = await deps.db.transaction(async (trx) => {
    const records = await listCredentialsOfSession(trx, input.sessionId)
    if (records.length === 0) throw new AppError('not-found')
    const ids = records
      .filter(({ kind, signed }) => kind !== 'passport' && signed !== null)
      .map(({ id }) => id)
    return requestReissue(trx, deps, actor, { credentialIds: ids, reason: 'renewal' })
  })
  return { ...batch, ...(await completeReissue(deps, batch.batchId, input.onProgress)) }
}
