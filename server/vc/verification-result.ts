import type { JsonObject } from './json-value.ts'

/** What one check looked at. `successor` is never made here: the verifier adds it when a passport has a newer one. */
export type CheckName =
  | 'document' // bounded JSON at all
  | 'data-model' // VCDM 2.0 or 1.1
  | 'context' // JSON-LD: contexts known, every term defined
  | 'proof' // Data Integrity
  | 'issuer' // somebody vouches for the issuer
  | 'validity' // validFrom, validUntil
  | 'status' // Bitstring Status List
  | 'schema' // credentialSchema
  | 'members' // credentials signed inside a collection
  | 'holder' // a presentation is shown by its holder, to us
  | 'credentials' // credentials inside a presentation
  | 'successor'

/** `unavailable`: could not be decided now (network, unknown context). `warning`: true but worth saying. */
export type CheckStatus = 'passed' | 'failed' | 'warning' | 'skipped' | 'unavailable'

export interface Check {
  readonly name: CheckName
  readonly status: CheckStatus
  /** Machine word for the outcome, `ok` when passed. */
  readonly code: CheckCode
  /** JSON pointer (RFC 6901) to the value at fault. */
  readonly pointer?: string
  /** For the technically minded, in English; never shown as the sentence of a verdict. */
  readonly detail?: string
}

/**
 * The verdicts of a verification page. `superseded`, `private` and `not-found` need a register and are the verifier's:
 * `private` says that a document was issued here and nothing about it, not even whether it is true.
 */
export type Verdict =
  | 'verified'
  | 'not-yet-valid'
  | 'expired'
  | 'suspended'
  | 'revoked'
  | 'superseded'
  | 'issuer-unknown'
  | 'not-authentic'
  | 'unverifiable-now'
  | 'private'
  | 'not-found'

export interface VerificationResult {
  readonly verdict: Verdict
  readonly checks: readonly Check[]
  /** The credentials signed inside a collection (ClrCredential), each with its own verdict, in document order. */
  readonly members?: readonly MemberResult[]
}

export interface MemberResult extends VerificationResult {
  readonly credential: JsonObject
}

export type CheckCode =
  | 'ok'
  | 'not-asked'
  | 'not-run' // an earlier check failed
  // document
  | 'not-a-json-object'
  | 'not-json'
  | 'too-deep'
  | 'too-large'
  // data-model (VCDM 2.0 and 1.1, Bitstring Status List entries, proof shape)
  | 'context-invalid'
  | 'type-invalid'
  | 'id-invalid'
  | 'issuer-invalid'
  | 'subject-invalid'
  | 'date-invalid'
  | 'validity-reversed'
  | 'status-entry-invalid'
  | 'typed-object-invalid'
  | 'language-value-invalid'
  | 'related-resource-invalid'
  | 'holder-invalid'
  | 'members-invalid'
  | 'enveloped-invalid'
  | 'term-aliased'
  | 'claims-mismatch' // VC-JWT: the token says something else than the credential in it
  // context
  | 'context-unknown'
  | 'context-foreign' // a type of 1EdTech explained by somebody else
  | 'term-undefined'
  | 'json-ld-invalid'
  // proof
  | 'proof-missing'
  | 'proof-invalid'
  | 'proof-expired'
  | 'proof-purpose-wrong'
  | 'cryptosuite-unknown'
  | 'cryptosuite-unsupported'
  | 'securing-unsupported' // an envelope: VC-JOSE-COSE
  | 'signature-invalid'
  | 'key-not-found'
  | 'key-not-authorised'
  | 'key-compromised'
  | 'issuer-not-key-controller'
  | 'did-not-resolved'
  | 'previous-proof-missing'
  | 'previous-proof-circular'
  | 'base-proof-presented' // ecdsa-sd-2023: what the holder derives from, not what a verifier is shown
  // issuer
  | 'issuer-unknown'
  // validity
  | 'not-yet-valid'
  | 'expired'
  // status
  | 'revoked'
  | 'suspended'
  | 'status-message'
  | 'status-unsupported'
  | 'status-list-unreachable'
  | 'status-list-not-authentic'
  | 'status-list-invalid'
  | 'status-list-mismatch'
  | 'status-index-out-of-range'
  // schema
  | 'schema-not-checked'
  // members, credentials
  | 'member-not-verified'
  | 'member-not-authentic'
  | 'credential-not-verified'
  // holder
  | 'holder-not-signer'
  | 'holder-not-bound'
  | 'challenge-mismatch'
  | 'domain-mismatch'
  // successor
  | 'superseded'

export const passed = (name: CheckName): Check => ({ name, status: 'passed', code: 'ok' })

export function failed(
  name: CheckName,
  code: CheckCode,
  at: { pointer?: string; detail?: string } = {},
): Check {
  return { name, status: 'failed', code, ...at }
}

export function unavailable(
  name: CheckName,
  code: CheckCode,
  at: { pointer?: string; detail?: string } = {},
): Check {
  return { name, status: 'unavailable', code, ...at }
}

export const skipped = (name: CheckName, code: 'not-asked' | 'not-run' = 'not-run'): Check => ({
  name,
  status: 'skipped',
  code,
})
