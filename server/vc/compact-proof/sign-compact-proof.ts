import { VcError } from '../vc-error.ts'
import { claimsFault } from './claims.ts'
import type { CompactClaims, CompactSigner } from './compact-proof.ts'
import { toDigits } from './digits.ts'
import { encodeEnvelope, signatureInput } from './envelope.ts'

/**
 * Signs what the paper says (COSE_Sign1 of RFC 9052 with the EdDSA of RFC 8032, over claims of RFC 8392 in the
 * deterministic CBOR of RFC 8949, 4.2), and writes it as the digits for the QR code.
 * @throws VcError `credential-invalid` for claims beyond the limits, `key-invalid` when the signer does not sign Ed25519
 */
export async function signCompactProof(claims: CompactClaims, signer: CompactSigner): Promise<string> {
  const fault = claimsFault(claims)
  if (fault !== undefined) throw new VcError('credential-invalid', `compact proof: ${fault}`)
  const signature = await signer.sign(signatureInput(signer.keyId, claims))
  if (signature.length !== 64) throw new VcError('key-invalid', 'not an Ed25519 signature')
  // a copy: what comes out of Node's own library is more than plain bytes, and the encoder looks at the type
  return toDigits(encodeEnvelope(signer.keyId, claims, new Uint8Array(signature)))
}
