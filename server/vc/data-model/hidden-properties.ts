import type { ExpandedDocument } from '../json-ld/expand-document.ts'
import { asList, idOf } from '../json-value.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'
import type { Finding } from './rule.ts'

const CREDENTIALS = 'https://www.w3.org/2018/credentials#'

/** Properties that decide over a document, and that we read by their plain name. */
const DECISIVE = [
  'issuer',
  'validFrom',
  'validUntil',
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
 * the expansion as in the JSON under its own name (VC Data Integrity 1.0, 4.6 Context validation).
 */
export function findHiddenProperty(document: JsonObject, { node }: ExpandedDocument): Finding | undefined {
  for (const property of DECISIVE) {
    const signed = asList(node[CREDENTIALS + property]).length
    if (signed > countOf(document[property])) return { code: 'term-aliased', pointer: `/${property}` }
  }
  if (node['@id'] !== undefined && node['@id'] !== idOf(document))
    return { code: 'term-aliased', pointer: '/id' }
  return undefined
}

const countOf = (value: JsonValue | undefined): number => asList(value).length
