import type { VerifySignature } from './compact-proof.ts'

/** Ed25519 by the browser or Node itself (Web Cryptography Level 2). Throws where it is not known. */
export const verifyWithWebCrypto: VerifySignature = async (publicKey, message, signature) => {
  const key = await crypto.subtle.importKey('raw', new Uint8Array(publicKey), 'Ed25519', false, ['verify'])
  return crypto.subtle.verify('Ed25519', key, new Uint8Array(signature), new Uint8Array(message))
}
