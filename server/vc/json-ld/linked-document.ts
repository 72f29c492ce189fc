import type { HashName } from '../crypto/digest.ts'
import type { Finding } from '../data-model/rule.ts'
import type { JsonObject } from '../json-value.ts'
import { createCanonicaliser } from './canonicaliser.ts'
import type { CanonicalisationCounts } from './canonicaliser.ts'
import type { ComparisonOptions } from './comparison.ts'
import type { DocumentLoader } from './document-loader.ts'
import type { Linking } from './link-by-library.ts'

/** A document whose every term is known: what it says as RDF, which is what is signed, can be had in canonical form. */
export interface LinkedDocument {
  readonly source: JsonObject
  readonly documentLoader: DocumentLoader
  /** Whether all its contexts are pinned: then what it means does not depend on the day or on the loader. */
  readonly hasPinnedContexts: boolean
  /** Canonical N-Quads (RDFC-1.0, with this hash inside; SHA-256 when not said). */
  canonicalise(hash?: HashName): Promise<string>
  /** Canonical N-Quads of a proof configuration read in the document's context (VC Data Integrity 1.0, 4.2). */
  canonicaliseProof(config: JsonObject, hash?: HashName): Promise<string>
  /** The first decisive property that was signed under another name than the one we read it by. */
  findHiddenProperty(): Finding | undefined
}

let canonicaliser = createCanonicaliser()

/**
 * Reads a document as JSON-LD in safe mode: a term that no context defines would silently be left out of the signature,
 * so it is refused. Answers the document, or the `context` check that says why not.
 */
export function linkDocument(source: JsonObject, documentLoader: DocumentLoader): Promise<Linking> {
  return canonicaliser.link(source, documentLoader)
}

/** A document that was linked before without complaint: it is only linked again when it is asked for something. */
export function linkWhenAsked(sourceOf: () => JsonObject, documentLoader: DocumentLoader): LinkedDocument {
  const link = async (): Promise<LinkedDocument> => {
    const linking = await linkDocument(sourceOf(), documentLoader)
    if ('check' in linking) throw new Error(linking.check.detail ?? linking.check.code)
    return linking.linked
  }
  return {
    get source() {
      return sourceOf()
    },
    documentLoader,
    hasPinnedContexts: true,
    canonicalise: async (hash) => (await link()).canonicalise(hash),
    canonicaliseProof: async (config, hash) => (await link()).canonicaliseProof(config, hash),
    findHiddenProperty: () => undefined,
  }
}

/** For this process or thread: how often the compiled way is compared with the libraries, and who hears of a difference. */
export function configureCanonicalisation(options: ComparisonOptions): void {
  canonicaliser = createCanonicaliser(options)
}

/** How documents were read in this process or thread, since {@link configureCanonicalisation}. */
export const canonicalisationCounts = (): CanonicalisationCounts => canonicaliser.counts()
