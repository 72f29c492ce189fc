import { importEd25519Verifier } from '../../crypto/ed25519.ts'
import { decodeMultibase58 } from '../../crypto/multibase.ts'
import type { LinkedDocument } from '../../json-ld/linked-document.ts'
import type { JsonObject } from '../../json-value.ts'
import { hashData } from './hash-data.ts'
import { publicKeyOf } from './public-key-of.ts'

/** Whether `proof` is an Ed25519 signature in base58-btc over the SHA-256 hashes of its configuration and the document. */
export async function verifyEd25519(
  document: LinkedDocument,
  proof: JsonObject,
  method: JsonObject,
): Promise<boolean> {
  const signature = typeof proof.proofValue === 'string' ? decodeMultibase58(proof.proofValue) : undefined
  if (signature?.length !== 64) return false
  const publicKey = publicKeyOf(method)
  const verify = publicKey === undefined ? undefined : await importEd25519Verifier(publicKey)
  return verify !== undefined && verify(await hashData(document, proof, 'SHA-256'), signature)
}
