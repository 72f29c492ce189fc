import { digestText, joinBytes, type HashName } from '../../crypto/digest.ts'
import type { LinkedDocument } from '../../json-ld/linked-document.ts'
import type { JsonObject } from '../../json-value.ts'

/**
 * What an `rdfc` suite signs: the hash of the canonical proof configuration, then that of the canonical document (EdDSA
 * Cryptosuites 1.0, 3.2.4 Hashing; ECDSA Cryptosuites 1.0, 3.2.4). `proof` may carry its `proofValue`: it is left out.
 */
export async function hashData(
  document: LinkedDocument,
  proof: JsonObject,
  hash: HashName,
): Promise<Uint8Array<ArrayBuffer>> {
  const { proofValue: _value, ...config } = proof
  const ofProof = await digestText(hash, await document.canonicaliseProof(config, hash))
  return joinBytes(ofProof, await digestText(hash, await document.canonicalise(hash)))
}
