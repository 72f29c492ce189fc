import { compactVerify, importJWK } from 'jose'
import type { PublicJwk } from './public-jwk.ts'

/** The signatures we verify (RFC 7518, 3; RFC 8037, 3.1), each with the one kind of key that makes it. */
export const SIGNATURES = {
  EdDSA: (jwk) => jwk.kty === 'OKP',
  ES256: (jwk) => jwk.kty === 'EC' && jwk.crv === 'P-256',
  ES384: (jwk) => jwk.kty === 'EC' && jwk.crv === 'P-384',
  RS256: (jwk) => jwk.kty === 'RSA',
  PS256: (jwk) => jwk.kty === 'RSA',
} as const satisfies Readonly<Record<string, (jwk: PublicJwk) => boolean>>

export type SignatureName = keyof typeof SIGNATURES

/** Whether a key signed a token. One that makes other signatures did not, whatever the token says of itself. */
export async function isSignedBy(token: string, algorithm: SignatureName, jwk: PublicJwk): Promise<boolean> {
  if (!SIGNATURES[algorithm](jwk)) return false
  try {
    const key = await importJWK({ ...jwk }, algorithm)
    await compactVerify(token, key, { algorithms: [algorithm] })
    return true
  } catch {
    // a key that is none (off its curve, an RSA key of 1,024 bits), or not its signature
    return false
  }
}
