import { readPublicKey } from '../crypto/ecdsa.ts'
import { ed25519JwkOf } from '../crypto/ed25519.ts'
import { isJsonObject } from '../json-value.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'

/** A public key as a JSON Web Key (RFC 7517), without anything that could say how it is to be used. */
export type PublicJwk =
  | { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string }
  | { readonly kty: 'EC'; readonly crv: 'P-256' | 'P-384'; readonly x: string; readonly y: string }
  | { readonly kty: 'RSA'; readonly n: string; readonly e: string }

/** Characters of a coordinate, and of an RSA modulus of 8,192 bits: verifying with a larger one would be work for us. */
const MAX_COORDINATE = 100
const MAX_MODULUS = 1400
const MAX_EXPONENT = 6
const MAX_MULTIBASE = 200

/** The key of a verification method (Controlled Identifiers 1.0, 2.2), written as Multikey or as JsonWebKey. */
export function jwkOfMethod({ publicKeyJwk, publicKeyMultibase }: JsonObject): PublicJwk | undefined {
  if (publicKeyJwk !== undefined) return readJwk(publicKeyJwk)
  if (typeof publicKeyMultibase !== 'string' || publicKeyMultibase.length > MAX_MULTIBASE) return undefined
  return ed25519JwkOf(publicKeyMultibase) ?? readPublicKey(publicKeyMultibase)
}

/** A JSON Web Key of a kind that we verify with; undefined for others, and for one whose private half was published. */
export function readJwk(value: JsonValue | undefined): PublicJwk | undefined {
  if (!isJsonObject(value) || value.d !== undefined || value.use === 'enc') return undefined
  const { kty, crv } = value
  const x = base64Url(value.x, MAX_COORDINATE)
  const y = base64Url(value.y, MAX_COORDINATE)
  const n = base64Url(value.n, MAX_MODULUS)
  const e = base64Url(value.e, MAX_EXPONENT)
  if (kty === 'OKP' && crv === 'Ed25519' && x !== undefined) return { kty, crv, x }
  if (kty === 'EC' && (crv === 'P-256' || crv === 'P-384') && x !== undefined && y !== undefined)
    return { kty, crv, x, y }
  return kty === 'RSA' && n !== undefined && e !== undefined ? { kty, n, e } : undefined
}

const base64Url = (value: JsonValue | undefined, most: number): string | undefined =>
  typeof value === 'string' && value.length <= most && /^[A-Za-z0-9_-]+$/.test(value) ? value : undefined
