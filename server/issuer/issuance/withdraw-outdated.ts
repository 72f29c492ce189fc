import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { withdrawCredentials } from '../revocation/index.ts'
import { passportsWithWrongMembers } from './passport-store.ts'
import type { StoredCredential } from './store.ts'

const SERVER: Actor = { kind: 'system', name: 'passerelle' }

/**
 * A corrected passport was signed: the older ones still say under their own signature what was wrong, so they are
 * withdrawn, now that the person holds a better one.
 */
export async function withdrawOutdated(
  trx: Db,
  at: Date,
  corrected: readonly StoredCredential[],
): Promise<void> {
  const outdated = []
  for (const passport of corrected) outdated.push(...(await passportsWithWrongMembers(trx, passport)))
  await withdrawCredentials(trx, SERVER, { credentials: outdated, reason: 'content-wrong', at })
}
