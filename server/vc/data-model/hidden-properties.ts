import type { ExpandedDocument } from '../json-ld/expand-document.ts'
import type { PlainNames } from '../json-ld/plain-names.ts'
import { asList, idOf, isJsonObject } from '../json-value.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'
import { findMisread } from './plain-reading.ts'
import type { Finding } from './rule.ts'

const CREDENTIALS = 'https://www.w3.org/2018/credentials#'
const STATUS = 'credentialStatus'
/** Of Open Badges 3.0 and CLR 2.0. */
const VOCABULARIES = 'https://purl.imsglobal.org/spec/vc/'

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
 * the document elsewhere: RDF makes one node of all that have its id. Badges and collections of 1EdTech are read by plain
 * names throughout (Open Badges 3.0, 1.2): there every claim must be found under its published name.
 */
export function findHiddenProperty(
  document: JsonObject,
  { node }: ExpandedDocument,
  names: PlainNames,
): Finding | undefined {
  for (const property of DECISIVE) {
    const signed = asList(node[CREDENTIALS + property]).length
    // fewer than it seems: what JSON-LD leaves out may not stand in for what was moved away
    if (signed > 0 && signed !== countOf(document[property]))
      return { code: 'term-aliased', pointer: `/${property}` }
  }
  if (node['@id'] !== undefined && node['@id'] !== idOf(document))
    return { code: 'term-aliased', pointer: '/id' }
  return (
    findSaidElsewhere(node) ??
    findUnsigned(node) ??
    findMisread(isBadge(node) ? document : statusOf(document), isBadge(node) ? node : statusOf(node), names)
  )
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

/** All that an expanded node, or value, may have of JSON-LD's own; other names are those of its properties. */
const OF_NODE = new Set(['@id', '@type', '@graph', '@list'])
const OF_VALUE = new Set(['@value', '@type', '@language', '@direction'])

/**
 * What becomes no statement, and is let pass in safe mode: a text under `@index`, as key of a map or under another name
 * for it, and under any other name for a keyword that has no use there. It could pose as a claim.
 */
function findUnsigned(root: JsonObject): Finding | undefined {
  const pending: JsonValue[] = [root]
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (Array.isArray(value)) pending.push(...value)
    if (!isJsonObject(value)) continue
    const isValue = '@value' in value
    const unsigned = Object.keys(value).find(
      (name) => name.startsWith('@') && !(isValue ? OF_VALUE : OF_NODE).has(name),
    )
    if (unsigned !== undefined) return { code: 'term-aliased', pointer: '', detail: unsigned }
    // the value of a JSON literal is anything
    if (!isValue) pending.push(...Object.values(value))
  }
  return undefined
}

const isBadge = (node: JsonObject): boolean =>
  asList(node['@type']).some((type) => typeof type === 'string' && type.startsWith(VOCABULARIES))

/** Of any document, where it says whether it was withdrawn; of a document or of its expansion. */
function statusOf(document: JsonObject): JsonObject {
  const entries = Object.entries(document)
  return Object.fromEntries(entries.filter(([name]) => name === STATUS || name === CREDENTIALS + STATUS))
}

/** The plain name of a decisive property, by its IRI. */
export const decisivePropertyOf = (iri: string): string | undefined =>
  DECISIVE.find((property) => iri === CREDENTIALS + property)

const countOf = (value: JsonValue | undefined): number => asList(value).length
