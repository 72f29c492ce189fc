import { canonize } from 'rdf-canonize'
import type { HashName } from '../crypto/digest.ts'
import type { JsonObject } from '../json-value.ts'
import { createContextResolver } from './context-resolver.ts'
import type { DocumentLoader } from './document-loader.ts'
import { loadJsonLd } from './load-jsonld.ts'

/** Canonical N-Quads of expanded nodes, by the libraries: JSON-LD 1.1 API 8.1, RDF Dataset Canonicalization 1.0. */
export function canonicaliseNodes(
  nodes: object,
  documentLoader: DocumentLoader,
  hash: HashName = 'SHA-256',
): Promise<string> {
  return canonicalise(nodes, { documentLoader, skipExpansion: true }, hash)
}

/** Canonical N-Quads of a document, by the libraries. Rejects when a term is not defined or a context not to be had. */
export function canonicaliseDocument(
  document: JsonObject,
  documentLoader: DocumentLoader,
  hash: HashName = 'SHA-256',
): Promise<string> {
  return canonicalise(document, { documentLoader }, hash)
}

async function canonicalise(
  input: object,
  options: { documentLoader: DocumentLoader; skipExpansion?: boolean },
  hash: HashName,
): Promise<string> {
  const jsonld = await loadJsonLd()
  const dataset = await jsonld.toRDF(input, {
    ...options,
    contextResolver: createContextResolver(),
    base: null,
    safe: true,
    rdfDirection: 'i18n-datatype',
    produceGeneralizedRdf: false,
  })
  return canonicaliseDataset(dataset, hash)
}

/** Canonical N-Quads of RDF/JS quads, by the library. Rejects when the blank nodes are too much alike to be told apart. */
export function canonicaliseDataset(dataset: readonly object[], hash: HashName): Promise<string> {
  return canonize(dataset, {
    algorithm: 'RDFC-1.0',
    messageDigestAlgorithm: hash.replace('-', '').toLowerCase(),
  })
}
