import type { InvalidateCopies } from '../../access/personal-data/index.ts'
import { listCredentialsOfLearner } from '../credentials/index.ts'
import { publishChanged } from '../status-lists/index.ts'
import type { RevokeDeps } from './revoke-credential.ts'
import { withdrawCredentials } from './withdraw-credentials.ts'

/** Withdraws all that was signed for somebody, at their wish: every copy they gave away says so from then on. */
export function invalidateCopies(deps: RevokeDeps): InvalidateCopies {
  return async (trx, actor, { learnerIds, at }) => {
    const held = []
    for (const learnerId of learnerIds) held.push(...(await listCredentialsOfLearner(trx, learnerId)))
    const { withdrawn, lists } = await withdrawCredentials(trx, actor, {
      credentials: held,
      reason: 'holder-request',
      at,
    })
    return { count: withdrawn.length, publish: () => publishChanged(deps, lists) }
  }
}
