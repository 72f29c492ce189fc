import type { Cryptosuite } from './cryptosuite.ts'
import { verifyEd25519 } from './ed25519-verify.ts'

/**
 * What came before `eddsa-rdfc-2022` (Ed25519Signature2020, W3C CCG draft of 2022, 4.2 Verification): the same hashes, in
 * the same order, under a type of its own. Read, and never written.
 */
export const ed25519Signature2020: Cryptosuite = {
  name: 'Ed25519Signature2020',
  proofValue: /^z[1-9A-HJ-NP-Za-km-z]{80,90}$/,
  keyTypes: [],
  async verify(document, proof, method) {
    // the draft requires the date; a Data Integrity proof may do without
    return proof.created !== undefined && (await verifyEd25519(document, proof, method))
  },
}
