import type { HashName } from '../crypto/digest.ts'
import type { JsonObject } from '../json-value.ts'
import { canonicaliseDocument } from './canonicalise.ts'
import { createComparison } from './comparison.ts'
import type { ComparisonOptions } from './comparison.ts'
import { canonicaliseStatements } from './compiled/canonicalise-statements.ts'
import { createCompiler } from './compiled/compiler.ts'
import type { Compiler } from './compiled/compiler.ts'
import type { Statements } from './compiled/statements.ts'
import type { DocumentLoader } from './document-loader.ts'
import { linkByLibrary } from './link-by-library.ts'
import type { Linking } from './link-by-library.ts'
import type { LinkedDocument } from './linked-document.ts'

/** Since the canonicaliser was made. */
export interface CanonicalisationCounts {
  /** Documents and proofs read by the compiled way. */
  readonly compiled: number
  /** Those read by the libraries. */
  readonly library: number
  /** Those of the former that the libraries read too. */
  readonly sampled: number
  /** How often the two did not agree: anything but 0 is an alarm. */
  readonly differences: number
  /** Names and kinds of nodes that the compiled way remembers. */
  readonly plans: number
}

export interface Canonicaliser {
  link(source: JsonObject, documentLoader: DocumentLoader): Promise<Linking>
  counts(): CanonicalisationCounts
}

/**
 * Reads documents as RDF: by the compiled way where it can, by the libraries otherwise. A sample of the former is read by
 * the libraries too; when they differ the libraries' answer counts, and the compiled way is given up.
 */
export function createCanonicaliser(
  options: ComparisonOptions = {},
  compiler: Compiler = createCompiler(),
): Canonicaliser {
  const comparison = createComparison(options)
  const counts = { compiled: 0, library: 0 }

  async function read(document: JsonObject): Promise<Statements | undefined> {
    const isTrusted = comparison.counts.differences === 0
    const statements = isTrusted ? await compiler.read(document) : undefined
    counts[statements === undefined ? 'library' : 'compiled'] += 1
    return statements
  }

  async function canonicaliseProof(
    config: JsonObject,
    { source, documentLoader }: { source: JsonObject; documentLoader: DocumentLoader },
    hash: HashName = 'SHA-256',
  ): Promise<string> {
    const document = { ...config, '@context': source['@context'] ?? [] }
    const statements = await read(document)
    if (statements === undefined) return canonicaliseDocument(document, documentLoader, hash)
    const ours = canonicaliseStatements(statements, hash)
    if (!comparison.isDue()) return ours
    return comparison.compare('proof', document, ours, canonicaliseDocument(document, documentLoader, hash))
  }

  async function link(source: JsonObject, documentLoader: DocumentLoader): Promise<Linking> {
    const ofProof: LinkedDocument['canonicaliseProof'] = (config, hash) =>
      canonicaliseProof(config, { source, documentLoader }, hash)
    const statements = await read(source)
    if (statements === undefined) return linkByLibrary(source, documentLoader, ofProof)
    const linked: LinkedDocument = {
      source,
      documentLoader,
      hasPinnedContexts: true,
      canonicalise: (hash = 'SHA-256') => canonicaliseStatements(statements, hash),
      canonicaliseProof: ofProof,
      // A document in which one is hidden is not compiled.
      findHiddenProperty: () => undefined,
    }
    return comparison.isDue() ? linkCompared(linked) : { linked }
  }

  /** Read by the libraries as well: what they say counts. */
  async function linkCompared(ours: LinkedDocument): Promise<Linking> {
    const link = await linkByLibrary(ours.source, ours.documentLoader, (config, hash) =>
      ours.canonicaliseProof(config, hash),
    )
    if ('check' in link || link.linked.findHiddenProperty() !== undefined) {
      comparison.reportRefusal(ours.source)
      return link
    }
    const { linked } = link
    return {
      linked: {
        ...linked,
        hasPinnedContexts: true,
        canonicalise: (hash) =>
          comparison.compare('document', ours.source, ours.canonicalise(hash), linked.canonicalise(hash)),
      },
    }
  }

  return { link, counts: () => ({ ...counts, ...comparison.counts, plans: compiler.size() }) }
}
