import { verifyAsync } from '@noble/ed25519'
import type { VerifySignature } from '../../server/vc/compact-proof/index.ts'

/** Ed25519 for browsers whose WebCrypto does not know it (Chrome before 137, for one); strict, as RFC 8032 (5.1.7) is. */
export const verify: VerifySignature = (publicKey, message, signature) =>
  verifyAsync(signature, message, publicKey, { zip215: false })
