import { findHiddenProperty } from '../data-model/hidden-properties.ts'
import type { JsonObject } from '../json-value.ts'
import type { Check } from '../verification-result.ts'
import { canonicaliseNodes } from './canonicalise.ts'
import type { DocumentLoader } from './document-loader.ts'
import { expandDocument } from './expand-document.ts'
import type { LinkedDocument } from './linked-document.ts'
import { plainNames } from './plain-names.ts'

/** What became of reading a document: it, or the `context` check that says why not. */
export type Linking = { linked: LinkedDocument } | { check: Check }

/** A document read by the libraries; `canonicaliseProof` as for any other. */
export async function linkByLibrary(
  source: JsonObject,
  documentLoader: DocumentLoader,
  canonicaliseProof: LinkedDocument['canonicaliseProof'],
): Promise<Linking> {
  const expansion = await expandDocument(source, documentLoader)
  if ('check' in expansion) return expansion
  const { expanded } = expansion
  const names = await plainNames()
  return {
    linked: {
      source,
      documentLoader,
      // They may be; the compiled way knows, and for others it does not matter.
      hasPinnedContexts: false,
      canonicalise: (hash) => canonicaliseNodes(expanded.nodes, documentLoader, hash),
      canonicaliseProof,
      findHiddenProperty: () => findHiddenProperty(source, expanded, names),
    },
  }
}
