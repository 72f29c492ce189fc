import { completeIssuance, type IssuanceDeps, type IssuanceOutcome } from '../issuance/index.ts'
import { publishStaleLists } from '../status-lists/index.ts'

export type ReissueDeps = IssuanceDeps

/**
 * Signs what `requestReissue` asked for, then publishes the status lists that this changed, each once. It may be stopped
 * at any moment: the next start signs the rest, and whoever asks for a list gets the current one.
 */
export async function completeReissue(
  deps: ReissueDeps,
  batchId: string,
  onProgress?: (done: number, total: number) => void,
): Promise<IssuanceOutcome> {
  const outcome = await completeIssuance(deps, { batchId, ...(onProgress ? { onProgress } : {}) })
  await publishStaleLists(deps)
  return outcome
}
