import { encodeMultibase58 } from '../crypto/multibase.ts'
import { isJsonObject } from '../json-value.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'

/** Older names of the same two ways to write a key down. */
const MULTIKEYS: readonly (JsonValue | undefined)[] = ['Multikey', 'Ed25519VerificationKey2020']
const JSON_WEB_KEYS: readonly (JsonValue | undefined)[] = ['JsonWebKey', 'JsonWebKey2020']

/**
 * A verification method as Multikey (Controlled Identifiers 1.0, 2.2.2), the one form that the cryptosuites read. A
 * JsonWebKey (2.2.3) is rewritten; a method of another kind, or with a private part published, comes back without key.
 */
export function multikeyOf(method: JsonObject): JsonObject {
  const { publicKeyMultibase, publicKeyJwk, type, ...rest } = method
  if (MULTIKEYS.includes(type) && typeof publicKeyMultibase === 'string')
    return { ...rest, type: 'Multikey', publicKeyMultibase }
  const written =
    JSON_WEB_KEYS.includes(type) && isJsonObject(publicKeyJwk) ? multibaseOf(publicKeyJwk) : undefined
  if (written === undefined) return { ...rest, ...(type === undefined ? {} : { type }) }
  return { ...rest, type: 'Multikey', publicKeyMultibase: written }
}

const CURVES: Readonly<
  Record<string, { readonly kty: string; readonly header: readonly number[]; readonly size: number }>
> = {
  Ed25519: { kty: 'OKP', header: [0xed, 0x01], size: 32 },
  'P-256': { kty: 'EC', header: [0x80, 0x24], size: 32 },
  'P-384': { kty: 'EC', header: [0x81, 0x24], size: 48 },
}

function multibaseOf({ kty, crv, x, y, d }: JsonObject): string | undefined {
  const curve = typeof crv === 'string' ? CURVES[crv] : undefined
  if (curve === undefined || curve.kty !== kty || d !== undefined) return undefined
  const first = coordinate(x, curve.size)
  if (first === undefined) return undefined
  if (kty === 'OKP') return encodeMultibase58(Uint8Array.from([...curve.header, ...first]))
  const second = coordinate(y, curve.size)
  if (second === undefined) return undefined
  // compressed point (SEC 1, 2.3.3): of y only the parity is kept
  const parity = 2 + ((second.at(-1) ?? 0) & 1)
  return encodeMultibase58(Uint8Array.from([...curve.header, parity, ...first]))
}

/** Unpadded base64url of exactly `size` bytes (RFC 7518, 6.2.1.2). */
function coordinate(value: JsonValue | undefined, size: number): Uint8Array | undefined {
  if (typeof value !== 'string' || !/^[A-Za-z0-9_-]+$/.test(value)) return undefined
  if (value.length !== Math.ceil((size * 4) / 3)) return undefined
  const binary = atob(value.replaceAll('-', '+').replaceAll('_', '/'))
  return binary.length === size ? Uint8Array.from(binary, (symbol) => symbol.charCodeAt(0)) : undefined
}
