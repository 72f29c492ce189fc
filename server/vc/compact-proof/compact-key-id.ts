import { base64Url, decodeMultibase58 } from '../crypto/multibase.ts'
import { VcError } from '../vc-error.ts'
import { hexOf, sha256 } from './bytes.ts'

/** Bytes of the hash that name a key inside a proof; keys that share them are told apart by the signature. */
export const KEY_ID_BYTES = 4

/**
 * How a proof names the key that signed: the first bytes of the SHA-256 of its Multikey (`z6Mk…`, what stands behind the
 * `#` of its verification method). Not of the whole URL: a platform that moves to another address keeps its keys, and the
 * paper that is out there keeps its proof.
 */
export async function compactKeyId(publicKeyMultibase: string): Promise<string> {
  return hexOf((await sha256(publicKeyMultibase)).subarray(0, KEY_ID_BYTES))
}

/**
 * The 32 bytes of an Ed25519 Multikey, base64url, as {@link CompactKey} has them.
 * @throws VcError `key-invalid` for any other key
 */
export function compactKeyX(publicKeyMultibase: string): string {
  const bytes = decodeMultibase58(publicKeyMultibase)
  // the header of an Ed25519 public key: Controlled Identifiers 1.0, 2.2.2
  if (bytes?.length !== 34 || bytes[0] !== 0xed || bytes[1] !== 0x01)
    throw new VcError('key-invalid', 'not an Ed25519 Multikey')
  return base64Url(bytes.subarray(2))
}
