import type { HashName } from '../crypto/digest.ts'
import { findHiddenProperty } from '../data-model/hidden-properties.ts'
import type { Finding } from '../data-model/rule.ts'
import type { JsonObject } from '../json-value.ts'
import type { Check } from '../verification-result.ts'
import { canonicaliseDocument, canonicaliseNodes } from './canonicalise.ts'
import type { DocumentLoader } from './document-loader.ts'
import { expandDocument } from './expand-document.ts'

/** A document whose every term is known: what it says as RDF, which is what is signed, can be had in canonical form. */
export interface LinkedDocument {
  readonly source: JsonObject
  readonly documentLoader: DocumentLoader
  /** Canonical N-Quads (RDFC-1.0, with this hash inside; SHA-256 when not said). */
  canonicalise(hash?: HashName): Promise<string>
  /** Canonical N-Quads of a proof configuration read in the document's context (VC Data Integrity 1.0, 4.2). */
  canonicaliseProof(config: JsonObject, hash?: HashName): Promise<string>
  /** The first decisive property that was signed under another name than the one we read it by. */
  findHiddenProperty(): Finding | undefined
}

/**
 * Reads a document as JSON-LD in safe mode: a term that no context defines would silently be left out of the signature,
 * so it is refused. Answers the document, or the `context` check that says why not.
 */
export async function linkDocument(
  source: JsonObject,
  documentLoader: DocumentLoader,
): Promise<{ linked: LinkedDocument } | { check: Check }> {
  const expansion = await expandDocument(source, documentLoader)
  if ('check' in expansion) return expansion
  const { expanded } = expansion
  return {
    linked: {
      source,
      documentLoader,
      canonicalise: (hash) => canonicaliseNodes(expanded.nodes, documentLoader, hash),
      canonicaliseProof: (config, hash) =>
        canonicaliseDocument({ ...config, '@context': source['@context'] ?? [] }, documentLoader, hash),
      findHiddenProperty: () => findHiddenProperty(source, expanded),
    },
  }
}
