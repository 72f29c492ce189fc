import type { ExpandedDocument } from '../json-ld/expand-document.ts'
import { asList, idOf, isJsonObject } from '../json-value.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'
import type { Finding } from './rule.ts'

const CREDENTIALS = 'https://www.w3.org/2018/credentials#'

/** Properties that decide over a document, and that we read by their plain name. */
const DECISIVE = [
  'issuer',
  'validFrom',
  'validUntil',
  'issuanceDate',
  'expirationDate',
  'credentialStatus',
  'credentialSubject',
  'credentialSchema',
  'holder',
  'verifiableCredential',
] as const

/**
 * What was signed is the expanded document; what we read is the JSON. Whoever holds a credential may rename a member
 * (an alias from a context of their own, a full IRI as name, `@id` for `id`) without breaking the signature: an expiry
 * date or a status under another name would no longer be seen. So each decisive property must have as many values in
 * the expansion as in the JSON under its own name (VC Data Integrity 1.0, 4.6 Context validation). Nor may it be said of
 * the document elsewhere: RDF makes one node of all that have its id.
 */
export function findHiddenProperty(document: JsonObject, { node }: ExpandedDocument): Finding | undefined {
  for (const property of DECISIVE) {
    const signed = asList(node[CREDENTIALS + property]).length
    // fewer than it seems: what JSON-LD leaves out may not stand in for what was moved away
    if (signed > 0 && signed !== countOf(document[property]))
      return { code: 'term-aliased', pointer: `/${property}` }
  }
  if (node['@id'] !== undefined && node['@id'] !== idOf(document))
    return { code: 'term-aliased', pointer: '/id' }
  return findSaidElsewhere(node)
}

/** By aliases of their own names these two bring in statements at any place, about any node. */
const ELSEWHERE = ['@included', '@reverse']

function findSaidElsewhere(root: JsonObject): Finding | undefined {
  const pending: JsonValue[] = Object.values(root)
  const keyword = ELSEWHERE.find((name) => name in root)
  if (keyword !== undefined) return { code: 'term-aliased', pointer: '', detail: keyword }
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (Array.isArray(value)) pending.push(...value)
    if (!isJsonObject(value)) continue
    const isDocument = value['@id'] !== undefined && value['@id'] === root['@id']
    const wrong = Object.keys(value).find(
      (name) => ELSEWHERE.includes(name) || (isDocument && decisivePropertyOf(name) !== undefined),
    )
    if (wrong !== undefined) return { code: 'term-aliased', pointer: '', detail: wrong }
    // what stands in a graph of its own is said there, and not of this document
    pending.push(...Object.entries(value).flatMap(([name, inside]) => (name === '@graph' ? [] : [inside])))
  }
  return undefined
}

/** The plain name of a decisive property, by its IRI. */
export const decisivePropertyOf = (iri: string): string | undefined =>
  DECISIVE.find((property) => iri === CREDENTIALS + property)

const countOf = (value: JsonValue | undefined): number => asList(value).length
