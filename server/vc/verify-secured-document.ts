import { findUnexplainedType } from './data-model/badge-context.ts'
import { boundDocument } from './data-model/bounded-document.ts'
import { findEnvelopeProblem, isEnveloped } from './data-model/enveloped.ts'
import { findProblems } from './data-model/rule.ts'
import type { Rule } from './data-model/rule.ts'
import { readProofs } from './data-integrity/proof-rules.ts'
import type { Proof } from './data-integrity/proof-rules.ts'
import type { ProofPurpose } from './data-integrity/resolve-verification-method.ts'
import { verifyProofs } from './data-integrity/verify-proofs.ts'
import type { KnownSignatures } from './data-integrity/verify-proofs.ts'
import type { DocumentLoader } from './json-ld/document-loader.ts'
import { linkDocument, linkWhenAsked } from './json-ld/linked-document.ts'
import type { LinkedDocument } from './json-ld/linked-document.ts'
import { copyJson } from './json-value.ts'
import type { JsonObject } from './json-value.ts'
import { failed, passed, unavailable } from './verification-result.ts'
import type { Check } from './verification-result.ts'
import type { KnownDocument, VerificationCache } from './verification-cache.ts'

export interface SecuredDocumentOptions {
  /** The rules of the data model that this document follows. */
  rulesFor(document: JsonObject): readonly Rule[]
  readonly purpose: ProofPurpose
  /** Who must control the keys, read from the document; undefined when anybody may. */
  controllerOf(document: JsonObject): string | undefined
  readonly documentLoader: DocumentLoader
  readonly now: Date
  /** When we ourselves saw this very document signed; undefined when we did not. */
  witness?(document: JsonObject): Promise<Date | undefined>
  /** Signed documents found good before. */
  readonly cache?: VerificationCache | undefined
}

/** The checks made; and when none was refused, the document with what its proofs told. */
export interface SecuredDocument {
  readonly checks: readonly Check[]
  readonly authentic?: {
    readonly document: JsonObject
    readonly proofs: readonly Proof[]
    readonly controllers: readonly string[]
  }
}

/**
 * What credentials and presentations have in common, in the order in which one check makes the next one safe: size,
 * data model, shape of the proofs, JSON-LD, signatures. Never throws for a bad document.
 */
export async function verifySecuredDocument(
  value: unknown,
  options: SecuredDocumentOptions,
): Promise<SecuredDocument> {
  const known = options.cache?.recall(value)
  if (known !== undefined) return verifyAgain(known, options)
  const bounded = boundDocument(value)
  if ('check' in bounded) return { checks: [bounded.check] }
  // What is remembered as good is what was verified, whatever becomes of the original meanwhile.
  const document = options.cache === undefined ? bounded.document : copyJson(bounded.document)
  const checks: Check[] = [passed('document')]

  if (isEnveloped(document)) return { checks: [...checks, checkOfEnvelope(document)] }
  const findings = findProblems(options.rulesFor(document), document)
  if (findings.length > 0) {
    return {
      checks: [...checks, ...findings.map((finding) => failed('data-model', finding.code, at(finding)))],
    }
  }
  const read = readProofs(document)
  if ('check' in read) return { checks: [...checks, passed('data-model'), read.check] }

  const unexplained = findUnexplainedType(document)
  if (unexplained !== undefined) {
    const check = unavailable('context', 'context-foreign', { pointer: '/@context', detail: unexplained })
    return { checks: [...checks, passed('data-model'), check] }
  }
  const link = await linkDocument(unsecuredOf(document), options.documentLoader)
  if ('check' in link) return { checks: [...checks, passed('data-model'), link.check] }
  const hidden = link.linked.findHiddenProperty()
  if (hidden !== undefined) return { checks: [...checks, failed('data-model', hidden.code, at(hidden))] }

  const signatures: KnownSignatures = new Map()
  const outcome = await checkProofs(bounded.document, link.linked, read.proofs, signatures, options)
  const isGood = outcome.authentic !== undefined && link.linked.hasPinnedContexts
  if (isGood && signatures.size === read.proofs.length) options.cache?.remember(document, signatures)
  return outcome
}

function unsecuredOf({ proof: _proof, ...unsecured }: JsonObject): JsonObject {
  return unsecured
}

/** Of a document that was found good before, only what can have changed since: keys, and the time. */
function verifyAgain(
  { document, signatures }: KnownDocument,
  options: SecuredDocumentOptions,
): Promise<SecuredDocument> {
  const linked = linkWhenAsked(() => unsecuredOf(document), options.documentLoader)
  return checkProofs(document, linked, [...signatures.keys()], signatures, options)
}

async function checkProofs(
  document: JsonObject,
  linked: LinkedDocument,
  proofs: readonly Proof[],
  signatures: KnownSignatures,
  options: SecuredDocumentOptions,
): Promise<SecuredDocument> {
  const { purpose, now } = options
  const { check, controllers } = await verifyProofs(linked, proofs, {
    purpose,
    now,
    controller: options.controllerOf(document),
    witness: async () => options.witness?.(document),
    signatures,
  })
  const checks = [passed('document'), passed('data-model'), passed('context'), check]
  return check.status === 'passed' ? { checks, authentic: { document, proofs, controllers } } : { checks }
}

/** What is secured in a JWT, COSE or SD-JWT is not opened here: that proves nothing, and is no forgery either. */
function checkOfEnvelope(document: JsonObject): Check {
  const problem = findEnvelopeProblem(document, '')
  return problem === undefined
    ? unavailable('proof', 'securing-unsupported', { pointer: '/id' })
    : failed('data-model', problem.code, problem)
}

const at = ({
  pointer,
  detail,
}: {
  pointer: string
  detail?: string
}): { pointer: string; detail?: string } => (detail === undefined ? { pointer } : { pointer, detail })
