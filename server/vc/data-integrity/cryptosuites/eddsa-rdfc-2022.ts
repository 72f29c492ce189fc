import { importEd25519Verifier } from '../../crypto/ed25519.ts'
import { decodeMultibase58, encodeMultibase58 } from '../../crypto/multibase.ts'
import { signerOf } from '../signer.ts'
import type { Cryptosuite } from './cryptosuite.ts'
import { hashData } from './hash-data.ts'

/** EdDSA Cryptosuites 1.0, 3.2: Ed25519 over RDFC-1.0 and SHA-256. The proof value is base58-btc and nothing else. */
export const eddsaRdfc2022: Cryptosuite = {
  name: 'eddsa-rdfc-2022',
  proofValue: /^z[1-9A-HJ-NP-Za-km-z]{80,90}$/,
  async sign(document, config, key) {
    const sign = await signerOf(key)
    return encodeMultibase58(await sign(await hashData(document, config, 'SHA-256')))
  },
  async verify(document, proof, method) {
    const { proofValue } = proof
    const signature = typeof proofValue === 'string' ? decodeMultibase58(proofValue) : undefined
    if (signature === undefined || signature.length !== 64) return false
    const { publicKeyMultibase } = method
    const verify =
      method.type === 'Multikey' && typeof publicKeyMultibase === 'string'
        ? await importEd25519Verifier(publicKeyMultibase)
        : undefined
    return verify !== undefined && verify(await hashData(document, proof, 'SHA-256'), signature)
  },
}
