import { digestText } from './crypto/digest.ts'
import { isJsonObject } from './json-value.ts'
import type { JsonObject, JsonValue } from './json-value.ts'

/** SHA-256, hexadecimal, of what a document says: the same whatever the order of its members and its white space. */
export async function documentDigest(document: JsonObject): Promise<string> {
  const bytes = await digestText('SHA-256', JSON.stringify(inOrder(document)))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function inOrder(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(inOrder)
  if (!isJsonObject(value)) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([name, item]) => [name, inOrder(item)]))
}
