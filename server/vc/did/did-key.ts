import { keyTypeOf } from '../crypto/key-type.ts'
import type { JsonObject } from '../json-value.ts'
import { VcError } from '../vc-error.ts'

const MULTIKEY = /^z[1-9A-HJ-NP-Za-km-z]{40,1000}$/

/** `did:key` of an Ed25519, P-256 or P-384 public key. Throws `key-invalid` for anything else. */
export function didKeyOf(publicKeyMultibase: string): string {
  if (keyTypeOf(publicKeyMultibase) === undefined) {
    throw new VcError('key-invalid', 'not an Ed25519, P-256 or P-384 Multikey')
  }
  return `did:key:${publicKeyMultibase}`
}

/** DID URL of a key in the DID document of its controller: `did:key:z…#z…`, `did:web:…#z…`. */
export function verificationMethodOf(did: string, publicKeyMultibase: string): string {
  return `${did}#${publicKeyMultibase}`
}

/**
 * The DID document a `did:key` stands for (did:key Method, section 3.1.1), without key agreement. Throws `did-invalid`.
 * Keys of other types get a document too: whether a key can be used is the cryptosuite's answer.
 */
export function didKeyDocument(did: string): JsonObject {
  const publicKeyMultibase = did.startsWith('did:key:') ? did.slice('did:key:'.length) : ''
  if (!MULTIKEY.test(publicKeyMultibase)) throw new VcError('did-invalid', 'not a did:key')
  const method = verificationMethodOf(did, publicKeyMultibase)
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: [{ id: method, type: 'Multikey', controller: did, publicKeyMultibase }],
    authentication: [method],
    assertionMethod: [method],
    capabilityDelegation: [method],
    capabilityInvocation: [method],
  }
}
