import type { JsonObject } from '../json-value.ts'
import { VcError } from '../vc-error.ts'
import { verificationMethodOf } from './did-key.ts'

/**
 * `did:web` of an https address (did:web Method, section 3.1): host, a port as `%3A`, then the path of the address and
 * `path` as colon-separated segments. Throws `did-invalid` when the address is not https.
 */
export function didWebOf(publicUrl: string, path: readonly string[] = []): string {
  const url = URL.canParse(publicUrl) ? new URL(publicUrl) : undefined
  if (url?.protocol !== 'https:') throw new VcError('did-invalid', 'did:web needs an https address')
  const segments = [
    ...url.pathname.split('/').filter((segment) => segment !== ''),
    ...path.map(encodeURIComponent),
  ]
  return ['did:web', url.host.replace(':', '%3A'), ...segments].join(':')
}

/** Where the DID document of a `did:web` is served (did:web Method, section 3.2). Throws `did-invalid`. */
export function didWebUrl(did: string): string {
  const [scheme, method, host, ...path] = did.split(':')
  if (
    scheme !== 'did' ||
    method !== 'web' ||
    host === undefined ||
    !/^[A-Za-z0-9.-]+(%3A\d{1,5})?$/i.test(host)
  ) {
    throw new VcError('did-invalid', 'not a did:web')
  }
  // A segment that is a path in itself would leave the folder the DID names.
  if (
    path.some(
      (segment) =>
        !/^([A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})+$/.test(segment) ||
        /^(\.|%2e)+$/i.test(segment) ||
        /%(2f|5c)/i.test(segment),
    )
  ) {
    throw new VcError('did-invalid', 'not a did:web')
  }
  const base = `https://${host.replace(/%3A/i, ':')}`
  return path.length === 0 ? `${base}/.well-known/did.json` : `${base}/${path.join('/')}/did.json`
}

/**
 * The DID document of one of our issuers (DID Core, Controlled Identifiers 1.0). `keys` are all keys there ever were,
 * retired ones included: a key that leaves `assertionMethod` takes every credential it signed with it. A key with
 * `revoked` (the instant from which it is not believed) does leave it, and stays named so that verifiers know why.
 */
export function didWebDocument(input: {
  did: string
  keys: readonly { publicKeyMultibase: string; revoked?: string }[]
  alsoKnownAs?: readonly string[]
}): JsonObject {
  const { did, keys, alsoKnownAs = [] } = input
  const trusted = keys.filter(({ revoked }) => revoked === undefined)
  return {
    // Verifiers take a short cut, or refuse, by the first context: it must be this one.
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    ...(alsoKnownAs.length > 0 ? { alsoKnownAs: [...alsoKnownAs] } : {}),
    verificationMethod: keys.map(({ publicKeyMultibase, revoked }) => ({
      id: verificationMethodOf(did, publicKeyMultibase),
      type: 'Multikey',
      controller: did,
      publicKeyMultibase,
      ...(revoked === undefined ? {} : { revoked }),
    })),
    assertionMethod: trusted.map(({ publicKeyMultibase }) => verificationMethodOf(did, publicKeyMultibase)),
  }
}
