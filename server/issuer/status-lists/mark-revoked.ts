import { isoInstant } from '../../kernel/clock.ts'
import type { CredentialId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { setEntries } from './store.ts'

/**
 * Sets the revocation bit of a credential, in the transaction that revokes it, and returns the lists that changed:
 * the caller publishes them once the transaction is through.
 */
export function markRevoked(trx: Db, credentialId: CredentialId, at: Date): Promise<string[]> {
  return setEntries(trx, credentialId, 'revocation', isoInstant(at))
}
