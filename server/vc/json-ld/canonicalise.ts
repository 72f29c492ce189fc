import { canonize } from 'rdf-canonize'
import type { HashName } from '../crypto/digest.ts'
import type { JsonObject } from '../json-value.ts'
import { createContextResolver } from './context-resolver.ts'
import type { DocumentLoader } from './document-loader.ts'
import { loadJsonLd } from './load-jsonld.ts'
import { refuseRings } from './refuse-rings.ts'
import { findRelativeId } from './relative-ids.ts'

/** Canonical N-Quads of expanded nodes, by the libraries: JSON-LD 1.1 API 8.1, RDF Dataset Canonicalization 1.0. */
export function canonicaliseNodes(
  nodes: object,
  documentLoader: DocumentLoader,
  hash: HashName = 'SHA-256',
): Promise<string> {
  return canonicalise(nodes, documentLoader, hash)
}

/** Canonical N-Quads of a document, by the libraries. Rejects when a term is not defined or a context not to be had. */
export async function canonicaliseDocument(
  document: JsonObject,
  documentLoader: DocumentLoader,
  hash: HashName = 'SHA-256',
): Promise<string> {
  const jsonld = await loadJsonLd()
  const nodes = await jsonld.expand(document, optionsOfOne(documentLoader))
  return canonicalise(nodes, documentLoader, hash)
}

const SAFE = { base: null, safe: true } as const

const optionsOfOne = (documentLoader: DocumentLoader) => ({
  ...SAFE,
  documentLoader,
  contextResolver: createContextResolver(),
})

async function canonicalise(nodes: object, documentLoader: DocumentLoader, hash: HashName): Promise<string> {
  const relative = findRelativeId(nodes)
  if (relative !== undefined) throw new Error(`relative: ${relative.slice(0, 200)}`)
  const jsonld = await loadJsonLd()
  const dataset = await jsonld.toRDF(nodes, {
    ...optionsOfOne(documentLoader),
    skipExpansion: true,
    rdfDirection: 'i18n-datatype',
    produceGeneralizedRdf: false,
  })
  return canonicaliseDataset(dataset, hash)
}

/**
 * How often the library may go from one blank node to those around it, and how many orders of them it may try. Each step
 * copies what was named so far: without a bound a list of 9,000 equal words takes a minute.
 */
const MAX_STEPS = 1500
const MAX_ORDERS = 50_000

/** Canonical N-Quads of RDF/JS quads, by the library. Rejects when the blank nodes are too much alike to be told apart. */
export async function canonicaliseDataset(dataset: readonly object[], hash: HashName): Promise<string> {
  refuseRings(dataset)
  return canonize(dataset, {
    algorithm: 'RDFC-1.0',
    messageDigestAlgorithm: hash.replace('-', '').toLowerCase(),
    // by itself the library takes as many steps as there are blank nodes alike, and these are fewer than statements
    ...(dataset.length > MAX_STEPS ? { maxDeepIterations: MAX_STEPS } : {}),
    signal: newPatience(),
  })
}

/** Looks like an `AbortSignal`, and is asked after every third order tried: it counts, so that the outcome is always the same. */
function newPatience(): { readonly aborted: boolean; readonly reason: string } {
  let asked = 0
  return {
    reason: 'too many blank nodes alike',
    get aborted() {
      asked += 1
      return asked > MAX_ORDERS / 3
    },
  }
}
