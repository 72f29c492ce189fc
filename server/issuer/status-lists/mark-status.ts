import { isoInstant } from '../../kernel/clock.ts'
import type { CredentialId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { changeEntries } from './entry-store.ts'

/**
 * Sets the revocation bits of credentials, in the transaction that revokes them, and returns the lists that changed: the
 * caller publishes them once the transaction is through. A revocation is for ever (Bitstring Status List 1.0 §2.1).
 */
export function markRevoked(trx: Db, credentialIds: readonly CredentialId[], at: Date): Promise<string[]> {
  return changeEntries(trx, credentialIds, 'revocation', isoInstant(at))
}

/**
 * Sets the suspension bits of those that have one: a credential signed with a revocation entry alone has none, and no
 * list changes for it. Returns the lists that changed.
 */
export function markSuspended(trx: Db, credentialIds: readonly CredentialId[], at: Date): Promise<string[]> {
  return changeEntries(trx, credentialIds, 'suspension', isoInstant(at))
}

/** Clears the suspension bits again, and returns the lists that changed. */
export function clearSuspended(trx: Db, credentialIds: readonly CredentialId[]): Promise<string[]> {
  return changeEntries(trx, credentialIds, 'suspension', null)
}
