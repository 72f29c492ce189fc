import { boundDocument } from './data-model/bounded-document.ts'
import { findProblems } from './data-model/rule.ts'
import type { Rule } from './data-model/rule.ts'
import { readProofs } from './data-integrity/proof-rules.ts'
import type { Proof } from './data-integrity/proof-rules.ts'
import type { ProofPurpose } from './data-integrity/resolve-verification-method.ts'
import { verifyProofs } from './data-integrity/verify-proofs.ts'
import type { DocumentLoader } from './json-ld/document-loader.ts'
import { linkDocument } from './json-ld/linked-document.ts'
import { asList } from './json-value.ts'
import type { JsonObject } from './json-value.ts'
import { failed, passed, unavailable } from './verification-result.ts'
import type { Check } from './verification-result.ts'

export interface SecuredDocumentOptions {
  readonly rules: readonly Rule[]
  readonly purpose: ProofPurpose
  /** Who must control the keys, read from the document; undefined when anybody may. */
  controllerOf(document: JsonObject): string | undefined
  readonly documentLoader: DocumentLoader
  readonly now: Date
  /** When we ourselves saw this very document signed; undefined when we did not. */
  witness?(document: JsonObject): Promise<Date | undefined>
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
  const bounded = boundDocument(value)
  if ('check' in bounded) return { checks: [bounded.check] }
  const { document } = bounded
  const checks: Check[] = [passed('document')]

  if (asList(document['@context'])[0] === 'https://www.w3.org/2018/credentials/v1') {
    return {
      checks: [...checks, unavailable('data-model', 'version-unsupported', { pointer: '/@context/0' })],
    }
  }
  const findings = findProblems(options.rules, document)
  if (findings.length > 0) {
    return {
      checks: [...checks, ...findings.map((finding) => failed('data-model', finding.code, at(finding)))],
    }
  }
  const read = readProofs(document)
  if ('check' in read) return { checks: [...checks, passed('data-model'), read.check] }

  const { proof: _proof, ...unsecured } = document
  const link = await linkDocument(unsecured, options.documentLoader)
  if ('check' in link) return { checks: [...checks, passed('data-model'), link.check] }
  const hidden = link.linked.findHiddenProperty()
  if (hidden !== undefined) return { checks: [...checks, failed('data-model', hidden.code, at(hidden))] }
  checks.push(passed('data-model'), passed('context'))

  const { purpose, now } = options
  const { check, controllers } = await verifyProofs(link.linked, read.proofs, {
    purpose,
    now,
    controller: options.controllerOf(document),
    witness: async () => options.witness?.(document),
  })
  if (check.status !== 'passed') return { checks: [...checks, check] }
  return { checks: [...checks, check], authentic: { document, proofs: read.proofs, controllers } }
}

const at = ({
  pointer,
  detail,
}: {
  pointer: string
  detail?: string
}): { pointer: string; detail?: string } => (detail === undefined ? { pointer } : { pointer, detail })
