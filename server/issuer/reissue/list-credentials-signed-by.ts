import type { CredentialId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { selectSignedBy } from './store.ts'

/**
 * What a key signed and that still stands, passports included: neither withdrawn nor replaced since. The oldest first.
 * This is what is signed again when the key cannot be believed any more.
 */
export function listCredentialsSignedBy(db: Db, keyId: string): Promise<CredentialId[]> {
  return selectSignedBy(db, keyId)
}
