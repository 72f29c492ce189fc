import { base64Url, decodeMultibase58 } from './multibase.ts'
import { nodeCrypto } from '../node/node-crypto.ts'

/** Signs bytes with Ed25519 (RFC 8032): 64 bytes. */
export type SignBytes = (data: Uint8Array) => Promise<Uint8Array>
/** Whether 64 bytes are the signature of `data`. */
export type VerifyBytes = (
  data: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
) => Promise<boolean>

/** The headers of Controlled Identifiers 1.0, 2.2.2 Multikey: ed25519-pub, ed25519-priv. */
const PUBLIC_HEADER = [0xed, 0x01]
const SECRET_HEADER = [0x80, 0x26]

/** The signing function of a `z3u2…` Multikey; undefined when the text is none, or not that of the public key. */
export async function importEd25519Signer(
  secretKeyMultibase: string,
  publicKeyMultibase: string,
): Promise<SignBytes | undefined> {
  const secret = rawKey(secretKeyMultibase, SECRET_HEADER)
  const publicKey = rawKey(publicKeyMultibase, PUBLIC_HEADER)
  if (secret === undefined || publicKey === undefined) return undefined
  const jwk = { kty: 'OKP', crv: 'Ed25519', d: base64Url(secret.subarray(0, 32)), x: base64Url(publicKey) }
  if (nodeCrypto !== undefined) {
    const { createPrivateKey, sign } = nodeCrypto
    const key = createPrivateKey({ key: jwk, format: 'jwk' })
    return (data) => Promise.resolve(sign(null, data, key))
  }
  const key = await crypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['sign'])
  return async (data) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, new Uint8Array(data)))
}

/** The JSON Web Key (RFC 8037, 2) of a `z6Mk…` Multikey; undefined when the text is none. */
export function ed25519JwkOf(
  publicKeyMultibase: string,
): { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string } | undefined {
  const publicKey = rawKey(publicKeyMultibase, PUBLIC_HEADER)
  return publicKey === undefined ? undefined : { kty: 'OKP', crv: 'Ed25519', x: base64Url(publicKey) }
}

const verifiers = new Map<string, VerifyBytes>()
/** Keys of issuers seen lately. Importing one takes as long as verifying with it. */
const MAX_VERIFIERS = 1000

/** The verifying function of a `z6Mk…` Multikey; undefined when the text is none. */
export async function importEd25519Verifier(publicKeyMultibase: string): Promise<VerifyBytes | undefined> {
  const known = verifiers.get(publicKeyMultibase)
  if (known !== undefined) return known
  const publicKey = rawKey(publicKeyMultibase, PUBLIC_HEADER)
  if (publicKey === undefined) return undefined
  const verifier = await verifierOf({ kty: 'OKP', crv: 'Ed25519', x: base64Url(publicKey) })
  if (verifiers.size >= MAX_VERIFIERS) verifiers.clear()
  verifiers.set(publicKeyMultibase, verifier)
  return verifier
}

async function verifierOf(jwk: { kty: string; crv: string; x: string }): Promise<VerifyBytes> {
  if (nodeCrypto !== undefined) {
    const { createPublicKey, verify } = nodeCrypto
    const key = createPublicKey({ key: jwk, format: 'jwk' })
    return (data, signature) => Promise.resolve(signature.length === 64 && verify(null, data, key, signature))
  }
  const key = await crypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['verify'])
  return (data, signature) => crypto.subtle.verify('Ed25519', key, signature, data)
}

/** A 32-byte key behind its two-byte header; the library that makes our keys writes 64 bytes, public half included. */
function rawKey(multibase: string, header: readonly number[]): Uint8Array<ArrayBuffer> | undefined {
  const bytes = decodeMultibase58(multibase)
  if (bytes === undefined || bytes[0] !== header[0] || bytes[1] !== header[1]) return undefined
  return bytes.length === 34 || bytes.length === 66 ? bytes.slice(2) : undefined
}
