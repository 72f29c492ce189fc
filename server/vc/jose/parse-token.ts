import { isJsonObject } from '../json-value.ts'
import type { JsonObject } from '../json-value.ts'
import { failed, unavailable } from '../verification-result.ts'
import type { Check } from '../verification-result.ts'
import { SIGNATURES } from './algorithms.ts'
import type { SignatureName } from './algorithms.ts'

/** A compact JWS (RFC 7515, 7.1), decoded. Nothing is verified. */
export interface ParsedToken {
  readonly header: JsonObject
  readonly algorithm: SignatureName
  readonly payload: JsonObject
}

/** Characters: some 700 KB of JSON. */
const MAX_LENGTH = 1_000_000
const MAX_HEADER_LENGTH = 20_000

/** Types of tokens that carry a credential (VC-JOSE-COSE 1.0, 6.1; RFC 7519, 5.1; older drafts). A token made for something else must not pass for one (RFC 8725, 3.11). */
const TYPES = new Set(['jwt', 'vc+jwt', 'vc+ld+jwt', 'vc-ld+jwt', 'application/vc+jwt'])

/** The parts of a token, or the check that refuses it. */
export function parseToken(token: string): ParsedToken | { check: Check } {
  const refused = (check: Check): { check: Check } => ({ check })
  if (token.length > MAX_LENGTH) return refused(unavailable('document', 'too-large'))
  const [first = '', second = '', third, ...more] = token.split('.')
  if (third === undefined || more.length > 0 || first.length > MAX_HEADER_LENGTH)
    return refused(failed('document', 'not-json', { detail: 'not a compact JWS' }))
  const header = decode(first)
  const payload = decode(second)
  if (header === undefined || payload === undefined)
    return refused(failed('document', 'not-json', { detail: 'not a JSON Web Token' }))
  const refusal = refuseHeader(header)
  if (refusal !== undefined) return refused(refusal)
  return { header, payload, algorithm: header.alg as SignatureName }
}

function refuseHeader({ alg, crit, b64, typ, jwk }: JsonObject): Check | undefined {
  if (alg === 'none') return failed('proof', 'proof-missing', { detail: 'alg none' })
  if (typeof alg !== 'string' || !Object.hasOwn(SIGNATURES, alg)) return refuseAlgorithm(alg)
  // RFC 7515, 4.1.11: what must be understood and is not makes the whole invalid; we speak no extension
  if (crit !== undefined || b64 !== undefined) return failed('proof', 'proof-invalid', { detail: 'crit' })
  if (typ !== undefined && (typeof typ !== 'string' || !TYPES.has(typ.toLowerCase())))
    return failed('proof', 'proof-purpose-wrong', { detail: 'typ' })
  // Open Badges 3.0, 8.2.2: somebody published their private key
  if (isJsonObject(jwk) && jwk.d !== undefined) return failed('proof', 'proof-invalid', { detail: 'jwk' })
  return undefined
}

/** Signatures of public keys that are standard (IANA, JOSE) and that we do not speak. */
const OTHERS = new Set(['ES512', 'ES256K', 'RS384', 'RS512', 'PS384', 'PS512', 'Ed25519', 'Ed448'])

function refuseAlgorithm(alg: JsonObject[string] | undefined): Check {
  const detail = typeof alg === 'string' ? alg.slice(0, 40) : 'alg'
  // a secret that we would share with the issuer (HS256) proves nothing to anybody else
  return OTHERS.has(detail)
    ? unavailable('proof', 'cryptosuite-unsupported', { detail })
    : failed('proof', 'cryptosuite-unknown', { detail })
}

/** Unpadded base64url of a JSON object in UTF-8; undefined for anything else. */
function decode(part: string): JsonObject | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(part)) return undefined
  try {
    const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (symbol) => symbol.charCodeAt(0))
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
