import { hashOfCurve, importEcdsaVerifier } from '../../crypto/ecdsa.ts'
import { keyTypeOf } from '../../crypto/key-type.ts'
import { decodeMultibase58, encodeMultibase58 } from '../../crypto/multibase.ts'
import { signerOf } from '../signer.ts'
import type { Cryptosuite } from './cryptosuite.ts'
import { hashData } from './hash-data.ts'
import { publicKeyOf } from './public-key-of.ts'

/**
 * ECDSA Cryptosuites 1.0, 3.2: P-256 with SHA-256, or P-384 with SHA-384, which then hashes inside the canonicalisation,
 * over both parts and in the signature. The proof value is base58-btc of raw r‖s.
 */
export const ecdsaRdfc2019: Cryptosuite = {
  name: 'ecdsa-rdfc-2019',
  proofValue: /^z[1-9A-HJ-NP-Za-km-z]{80,140}$/,
  keyTypes: ['P-256', 'P-384'],
  async sign(document, config, key) {
    const sign = await signerOf(key)
    const hash = hashOfCurve(keyTypeOf(key.publicKeyMultibase) === 'P-384' ? 'P-384' : 'P-256')
    return encodeMultibase58(await sign(await hashData(document, config, hash)))
  },
  async verify(document, proof, method) {
    const signature = typeof proof.proofValue === 'string' ? decodeMultibase58(proof.proofValue) : undefined
    const publicKey = publicKeyOf(method)
    const verifier = publicKey === undefined ? undefined : await importEcdsaVerifier(publicKey)
    if (signature === undefined || verifier === undefined) return false
    return verifier.verify(await hashData(document, proof, hashOfCurve(verifier.curve)), signature)
  },
}
