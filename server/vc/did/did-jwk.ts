import { isJsonObject } from '../json-value.ts'
import type { JsonObject } from '../json-value.ts'
import { VcError } from '../vc-error.ts'

/** An RSA key of 4,096 bits has some 950 characters. */
const MAX_LENGTH = 4000

/**
 * The DID document a `did:jwk` stands for (did:jwk Method, "Read"): one JsonWebKey named `#0`, which asserts unless it is
 * for encryption. Throws `did-invalid`, also where somebody wrote their private key into their name.
 */
export function didJwkDocument(did: string): JsonObject {
  const [, encoded = ''] = /^did:jwk:([A-Za-z0-9_-]+)$/.exec(did) ?? []
  const jwk = encoded.length > MAX_LENGTH ? undefined : decode(encoded)
  if (jwk === undefined || typeof jwk.kty !== 'string' || jwk.d !== undefined)
    throw new VcError('did-invalid', 'not a did:jwk')
  const method = `${did}#0`
  const asserts = jwk.use !== 'enc'
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/jwk/v1'],
    id: did,
    verificationMethod: [{ id: method, type: 'JsonWebKey', controller: did, publicKeyJwk: jwk }],
    ...(asserts ? { assertionMethod: [method], authentication: [method] } : {}),
  }
}

function decode(encoded: string): JsonObject | undefined {
  try {
    const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (symbol) => symbol.charCodeAt(0))
    const jwk: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return isJsonObject(jwk) ? jwk : undefined
  } catch {
    return undefined
  }
}
