import { isJsonObject } from '../json-value.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'

/** What decides over a credential: a holder who could leave it out could also leave out that it ended or was revoked. */
const DECISIVE = [
  'issuer',
  'validFrom',
  'validUntil',
  'issuanceDate',
  'expirationDate',
  'credentialStatus',
  'credentialSchema',
  'termsOfUse',
]

/** The pointers of every derived proof: those asked for, and those to what decides over the credential. */
export function mandatoryPointersOf(document: JsonObject, asked: readonly string[]): string[] {
  const decisive = DECISIVE.filter((name) => document[name] !== undefined).map((name) => `/${name}`)
  return [...new Set([...decisive, ...asked])]
}

/**
 * The first pointer (RFC 6901) that names nothing of the document's own. The library below would follow `/__proto__`, and
 * read `/1st` as the second item of a list.
 */
export function findStrayPointer(document: JsonObject, pointers: readonly string[]): string | undefined {
  return pointers.find((pointer) => !pointsInto(document, pointer))
}

function pointsInto(document: JsonObject, pointer: string): boolean {
  // the empty pointer is the whole document: valid, and no selection
  if (!pointer.startsWith('/')) return false
  let value: JsonValue | undefined = document
  for (const token of pointer.slice(1).split('/')) {
    if (/~(?![01])/.test(token)) return false
    value = childOf(value, token.replaceAll('~1', '/').replaceAll('~0', '~'))
    if (value === undefined) return false
  }
  return true
}

function childOf(value: JsonValue, name: string): JsonValue | undefined {
  if (Array.isArray(value)) return /^(0|[1-9]\d{0,6})$/.test(name) ? value[Number(name)] : undefined
  // a member whose name begins with a digit is taken for an index by the library
  if (!isJsonObject(value) || !Object.hasOwn(value, name) || /^\s*[+-]?\d/.test(name)) return undefined
  return value[name]
}
