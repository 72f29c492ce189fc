import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuiteFor } from '../json-ld/document-cryptosuite.ts'
import type { DocumentLoader } from '../json-ld/document-loader.ts'
import type { ExpandedDocument } from '../json-ld/expand-document.ts'
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
  readonly documentLoader: DocumentLoader
  readonly now: Date
}

/**
 * Verifies all proofs (VC Data Integrity 1.0, 4.5). All must verify: one good proof says nothing about the forged one
 * beside it. `expanded` is the document without its proofs. Answers the first refusal, or passed with the controllers.
 */
export async function verifyProofs(
  expanded: ExpandedDocument,
  proofs: readonly Proof[],
  options: ProofOptions,
): Promise<{ check: Check; controllers: readonly string[] }> {
  const suite = new DataIntegrityProof({ cryptosuite: cryptosuiteFor(expanded) })
  const controllers: string[] = []
  for (const proof of proofs) {
    const outcome = await verifyProof(suite, expanded.source, proof, proofs, options)
    if (typeof outcome !== 'string') return { check: outcome, controllers: [] }
    controllers.push(outcome)
  }
  return { check: passed('proof'), controllers }
}

async function verifyProof(
  suite: DataIntegrityProof,
  document: JsonObject,
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
  const secured = withPreviousProofs(document, proof, all)
  if (secured === undefined) return refusal('previous-proof-missing', proof.previous.join(' '))
  const resolved = await resolveVerificationMethod(proof.verificationMethod, options.purpose, options)
  if ('code' in resolved) return refusal(resolved.code, resolved.detail, resolved.status)
  if (options.controller !== undefined && resolved.controller !== options.controller) {
    return refusal('issuer-not-key-controller', resolved.controller)
  }
  const { verified, error } = await suite.verifyProof({
    proof: proof.source,
    document: secured,
    documentLoader: (url) =>
      url === proof.verificationMethod
        ? Promise.resolve({ document: resolved.method })
        : options.documentLoader(url),
  })
  return verified
    ? resolved.controller
    : refusal('signature-invalid', error instanceof Error ? error.message : '')
}

/** A proof in a chain secures the document together with the proofs it names (section 4.5.2, `previousProof`). */
function withPreviousProofs(
  document: JsonObject,
  proof: Proof,
  all: readonly Proof[],
): JsonObject | undefined {
  if (proof.previous.length === 0) return document
  const matching = proof.previous.map(
    (id) => all.find((other) => other !== proof && other.source.id === id)?.source,
  )
  const found = matching.filter((source) => source !== undefined)
  return found.length === matching.length ? { ...document, proof: found } : undefined
}
