import { decode as decodeBase58, encode as encodeBase58 } from 'base58-universal'

/** `z` and base58-btc (Controlled Identifiers 1.0, 2.4 Multibase). */
export const encodeMultibase58 = (bytes: Uint8Array): string => `z${encodeBase58(bytes)}`

/** The bytes of a `z…` text; undefined when it is none. */
export function decodeMultibase58(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^z[1-9A-HJ-NP-Za-km-z]+$/.test(text)) return undefined
  return new Uint8Array(decodeBase58(text.slice(1)))
}

/** Unpadded base64url, as JSON Web Keys write their numbers (RFC 7515, 2). */
export const base64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
