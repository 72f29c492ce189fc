import { encodeMultibase58 } from '../../crypto/multibase.ts'
import { signerOf } from '../signer.ts'
import type { Cryptosuite } from './cryptosuite.ts'
import { verifyEd25519 } from './ed25519-verify.ts'
import { hashData } from './hash-data.ts'

/** EdDSA Cryptosuites 1.0, 3.2: Ed25519 over RDFC-1.0 and SHA-256. The proof value is base58-btc and nothing else. */
export const eddsaRdfc2022: Cryptosuite = {
  name: 'eddsa-rdfc-2022',
  proofValue: /^z[1-9A-HJ-NP-Za-km-z]{80,90}$/,
  keyTypes: ['Ed25519'],
  async sign(document, config, key) {
    const sign = await signerOf(key)
    return encodeMultibase58(await sign(await hashData(document, config, 'SHA-256')))
  },
  verify: verifyEd25519,
}
