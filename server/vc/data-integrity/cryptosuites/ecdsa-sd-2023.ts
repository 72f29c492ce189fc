import { keyTypeOf } from '../../crypto/key-type.ts'
import type { LinkedDocument } from '../../json-ld/linked-document.ts'
import type { JsonObject } from '../../json-value.ts'
import { isJsonObject } from '../../json-value.ts'
import { signerOf } from '../signer.ts'
import type { Cryptosuite } from './cryptosuite.ts'
import { publicKeyOf } from './public-key-of.ts'

/** Loaded when it is first needed: most processes and pages never disclose a part of anything. */
const library = () => import('@digitalbazaar/ecdsa-sd-2023-cryptosuite')

/** The first symbols of a proof value: CBOR tags 0xd95d00 and 0xd95d01 in base64url (ECDSA Cryptosuites 1.0, 3.5). */
const BASE_PROOF = /^u2V0A/
const DERIVED_PROOF = /^u2V0B/

/** The holder's own proof, made to derive others from. It carries the key that blinds them, and is not for verifiers. */
export const isBaseProof = ({ cryptosuite, proofValue }: JsonObject): boolean =>
  cryptosuite === 'ecdsa-sd-2023' && typeof proofValue === 'string' && BASE_PROOF.test(proofValue)

/**
 * ECDSA Cryptosuites 1.0, 3.4: a base proof with P-256, from which the holder derives proofs that disclose a part of the
 * document. `sign` makes base proofs, `verify` accepts derived ones only.
 */
export const ecdsaSd2023: Cryptosuite = {
  name: 'ecdsa-sd-2023',
  proofValue: /^u2V0[AB][\w-]{100,4000000}$/,
  keyTypes: ['P-256'],
  async sign(document, config, key, options) {
    const sign = await signerOf(key)
    const { createSignCryptosuite } = await library()
    const cryptosuite = createSignCryptosuite({ mandatoryPointers: [...(options.mandatoryPointers ?? [])] })
    const verifyData = await cryptosuite.createVerifyData({
      ...inputOf(document),
      cryptosuite,
      proof: config,
    })
    const signer = { sign: ({ data }: { data: Uint8Array }) => sign(data) }
    return cryptosuite.createProofValue({ verifyData, dataIntegrityProof: { signer } })
  },
  async verify(document, proof, method) {
    const publicKeyMultibase = publicKeyOf(method)
    if (publicKeyMultibase === undefined || keyTypeOf(publicKeyMultibase) !== 'P-256') return false
    if (typeof proof.proofValue !== 'string' || !DERIVED_PROOF.test(proof.proofValue)) return false
    const { createVerifyCryptosuite } = await library()
    const cryptosuite = createVerifyCryptosuite()
    const data = await cryptosuite.createVerifyData({ ...inputOf(document), cryptosuite, proof })
    const verificationMethod = { type: 'Multikey', publicKeyMultibase }
    const verifier = await cryptosuite.createVerifier({ verificationMethod })
    return verifier.verify({ data })
  },
}

/**
 * The document with a derived proof in the place of its base proof (3.4.7 Add Derived Proof): what the base proof made
 * mandatory, and what `selectivePointers` name. Rejects when a pointer does not match.
 */
export async function deriveDocument(
  document: LinkedDocument,
  baseProof: JsonObject,
  selectivePointers: readonly string[],
): Promise<JsonObject> {
  const { createDiscloseCryptosuite } = await library()
  const cryptosuite = createDiscloseCryptosuite({ selectivePointers: [...selectivePointers] })
  const derived = await cryptosuite.derive({
    ...inputOf(document),
    cryptosuite,
    purpose: { term: 'assertionMethod' },
    proofSet: [baseProof],
    dataIntegrityProof: { matchProof: () => Promise.resolve(true) },
  })
  if (!isJsonObject(derived)) throw new Error('the library derived no document')
  return derived
}

/** The library removes proofs' contexts and labels nodes in what it is given: it gets a copy. */
const inputOf = ({ source, documentLoader }: LinkedDocument) => ({
  document: structuredClone(source),
  documentLoader,
})
