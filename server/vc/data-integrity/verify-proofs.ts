import { linkDocument } from '../json-ld/linked-document.ts'
import type { LinkedDocument } from '../json-ld/linked-document.ts'
import type { JsonObject } from '../json-value.ts'
import { passed } from '../verification-result.ts'
import type { Check, CheckCode, CheckStatus } from '../verification-result.ts'
import type { Proof } from './proof-rules.ts'
import { resolveVerificationMethod } from './resolve-verification-method.ts'
import type { ProofPurpose } from './resolve-verification-method.ts'

export interface ProofOptions {
  readonly purpose: ProofPurpose
  /** The only controller whose keys count: the issuer of a credential. Undefined: any (the holder is looked at later). */
  readonly controller: string | undefined
  readonly now: Date
  /** When we ourselves saw this very document signed; undefined when we did not. */
  witness?(): Promise<Date | undefined>
}

/**
 * Verifies all proofs (VC Data Integrity 1.0, 4.5). All must verify: one good proof says nothing about the forged one
 * beside it. `document` is linked without its proofs. Answers the first refusal, or passed with the controllers.
 */
export async function verifyProofs(
  document: LinkedDocument,
  proofs: readonly Proof[],
  options: ProofOptions,
): Promise<{ check: Check; controllers: readonly string[] }> {
  const controllers: string[] = []
  for (const proof of proofs) {
    const outcome = await verifyProof(document, proof, proofs, options)
    if (typeof outcome !== 'string') return { check: outcome, controllers: [] }
    controllers.push(outcome)
  }
  return { check: passed('proof'), controllers }
}

async function verifyProof(
  document: LinkedDocument,
  proof: Proof,
  all: readonly Proof[],
  options: ProofOptions,
): Promise<Check | string> {
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
  const previous = previousProofs(proof, all)
  if (previous === undefined) return refusal('previous-proof-missing', proof.previous.join(' '))
  const resolved = await resolveVerificationMethod(proof.verificationMethod, options.purpose, {
    ...options,
    documentLoader: document.documentLoader,
  })
  if ('code' in resolved) return refusal(resolved.code, resolved.detail, resolved.status)
  if (options.controller !== undefined && resolved.controller !== options.controller) {
    return refusal('issuer-not-key-controller', resolved.controller)
  }
  try {
    const secured = previous.length === 0 ? document : await withProofs(document, previous)
    const verified = await proof.suite.verify(secured, proof.source, resolved.method)
    return verified ? resolved.controller : refusal('signature-invalid', '')
  } catch (error) {
    return refusal('signature-invalid', error instanceof Error ? error.message : '')
  }
}

/** A proof in a chain secures the document together with the proofs it names (section 4.5.2, `previousProof`). */
function previousProofs(proof: Proof, all: readonly Proof[]): JsonObject[] | undefined {
  const matching = proof.previous.map(
    (id) => all.find((other) => other !== proof && other.source.id === id)?.source,
  )
  const found = matching.filter((source) => source !== undefined)
  return found.length === matching.length ? found : undefined
}

async function withProofs(document: LinkedDocument, proofs: JsonObject[]): Promise<LinkedDocument> {
  const result = await linkDocument({ ...document.source, proof: proofs }, document.documentLoader)
  if ('check' in result) throw new Error(result.check.detail ?? result.check.code)
  return result.linked
}
