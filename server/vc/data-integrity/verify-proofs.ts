import { linkDocument } from '../json-ld/linked-document.ts'
import type { LinkedDocument } from '../json-ld/linked-document.ts'
import type { JsonObject } from '../json-value.ts'
import { passed } from '../verification-result.ts'
import type { Check, CheckCode, CheckStatus } from '../verification-result.ts'
import { isBaseProof } from './cryptosuites/ecdsa-sd-2023.ts'
import { publicKeyOf } from './cryptosuites/public-key-of.ts'
import { previousOf, proofsBefore, refuseChains } from './proof-chain.ts'
import { meansWhatItSays } from './proof-meaning.ts'
import type { Proof } from './proof-rules.ts'
import { authoriseMethod, resolveVerificationMethod } from './resolve-verification-method.ts'
import type { MethodRefusal, ProofPurpose } from './resolve-verification-method.ts'

export interface ProofOptions {
  readonly purpose: ProofPurpose
  /** Whose keys count, or keys that it lists by name: the issuer of a credential. Undefined: any (the holder is looked at later). */
  readonly controller: string | undefined
  readonly now: Date
  /** When we ourselves saw this very document signed; undefined when we did not. */
  witness?(): Promise<Date | undefined>
  /** Signatures of this very document that were found good before, by their keys; good ones are added. */
  readonly signatures?: KnownSignatures
}

/** The key by which each proof was found good. */
export type KnownSignatures = Map<Proof, string>

/**
 * Verifies all proofs (VC Data Integrity 1.0, 4.5). All must verify: one good proof says nothing about the forged one
 * beside it. `document` is linked without its proofs. Answers the first refusal, or passed with the controllers.
 */
export async function verifyProofs(
  document: LinkedDocument,
  proofs: readonly Proof[],
  options: ProofOptions,
): Promise<{ check: Check; controllers: readonly string[] }> {
  const refused = (check: Check): { check: Check; controllers: readonly string[] } => ({
    check,
    controllers: [],
  })
  const broken = refuseChains(proofs)
  if (broken !== undefined) return refused(broken)
  const verified: VerifiedProof[] = []
  for (const proof of proofs) {
    const outcome = await verifyProof(document, proof, proofs, options)
    if ('code' in outcome) return refused(outcome)
    verified.push(outcome)
  }
  const foreign = refuseForeign(verified)
  if (foreign !== undefined) return refused(foreign)
  return { check: passed('proof'), controllers: verified.map(({ controller }) => controller) }
}

/** A good signature, by whom, and why it is not the issuer's own word if it is not. */
interface VerifiedProof {
  readonly proof: Proof
  readonly controller: string
  readonly foreign?: Check
}

/**
 * A signature of somebody else counts where the issuer put its own over it: a proof of the issuer that names it as the
 * previous one, directly or through others. Any other could have been added by anybody.
 */
function refuseForeign(verified: readonly VerifiedProof[]): Check | undefined {
  const own = verified.filter(({ foreign }) => foreign === undefined).map(({ proof }) => proof)
  const covered = proofsBefore(
    own,
    verified.map(({ proof }) => proof),
  )
  return verified.find(({ proof, foreign }) => foreign !== undefined && !covered.has(proof))?.foreign
}

async function verifyProof(
  document: LinkedDocument,
  proof: Proof,
  all: readonly Proof[],
  options: ProofOptions,
): Promise<Check | VerifiedProof> {
  const refusal = (code: CheckCode, detail: string, status: CheckStatus = 'failed'): Check => ({
    name: 'proof',
    status,
    code,
    pointer: proof.pointer,
    detail: detail.slice(0, 500),
  })
  if (proof.purpose !== options.purpose) return refusal('proof-purpose-wrong', proof.purpose)
  if (proof.expires !== undefined && proof.expires <= options.now)
    return refusal('proof-expired', proof.expires.toISOString())
  if (isBaseProof(proof.source)) return refusal('base-proof-presented', proof.suite.name, 'unavailable')
  const resolved = await resolveVerificationMethod(proof.verificationMethod, options.purpose, {
    ...options,
    documentLoader: document.documentLoader,
  })
  if ('code' in resolved) return refusal(resolved.code, resolved.detail, resolved.status)
  const { controller, method } = resolved
  const foreign = await refuseController(controller, proof, document, options)
  try {
    const publicKey = publicKeyOf(method)
    const isKnown = publicKey !== undefined && options.signatures?.get(proof) === publicKey
    if (!isKnown && !(await verifySignature(document, proof, all, method)))
      return refusal('signature-invalid', '')
    if (publicKey !== undefined) options.signatures?.set(proof, publicKey)
    if (foreign === undefined) return { proof, controller }
    return { proof, controller, foreign: refusal(foreign.code, foreign.detail, foreign.status) }
  } catch (error) {
    return refusal('signature-invalid', error instanceof Error ? error.message : '')
  }
}

async function verifySignature(
  document: LinkedDocument,
  proof: Proof,
  all: readonly Proof[],
  method: JsonObject,
): Promise<boolean> {
  const previous = previousOf(proof, all) ?? []
  const secured = previous.length === 0 ? document : await withProofs(document, previous)
  return (await meansWhatItSays(secured, proof.source)) && proof.suite.verify(secured, proof.source, method)
}

/** Why a key does not speak for the issuer: it is not its own, and the issuer does not list it either. */
async function refuseController(
  controller: string,
  proof: Proof,
  document: LinkedDocument,
  options: ProofOptions,
): Promise<MethodRefusal | undefined> {
  if (options.controller === undefined || controller === options.controller) return undefined
  return authoriseMethod(options.controller, proof.verificationMethod, options.purpose, document)
}

/** A proof in a chain secures the document together with the proofs it names (section 4.5.2, `previousProof`). */
async function withProofs(document: LinkedDocument, previous: readonly Proof[]): Promise<LinkedDocument> {
  const proof = previous.map(({ source }) => source)
  const result = await linkDocument({ ...document.source, proof }, document.documentLoader)
  if ('check' in result) throw new Error(result.check.detail ?? result.check.code)
  return result.linked
}
