/** JSON as it comes out of `JSON.parse`: what every specification in this folder speaks about. */
export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject
export interface JsonObject {
  [key: string]: JsonValue
}

/** Whether `value` is an object that is neither null nor an array. Its members are not checked. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A deep copy, several times faster than `structuredClone`. */
export function copyJson<T extends JsonValue>(value: T): T
export function copyJson(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map((item) => copyJson(item))
  if (!isJsonObject(value)) return value
  const copy: JsonObject = {}
  for (const name of Object.keys(value)) {
    const member = copyJson(value[name] ?? null)
    // Set like any other, a member of this name would become the prototype.
    if (name === '__proto__') define(copy, name, member)
    else copy[name] = member
  }
  return copy
}

function define(object: JsonObject, name: string, value: JsonValue): void {
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true })
}

/** Whether `value` holds exactly what `known` holds: the same members, the same items in the same order. */
export function isSameJson(value: unknown, known: JsonValue | undefined): boolean {
  if (typeof known !== 'object' || known === null) return value === known
  if (Array.isArray(known)) return Array.isArray(value) && isSameList(value, known)
  return isJsonObject(value) && isSameObject(value, known)
}

function isSameList(list: readonly unknown[], known: readonly JsonValue[]): boolean {
  if (list.length !== known.length) return false
  for (let index = 0; index < known.length; index += 1) {
    if (!isSameJson(list[index], known[index])) return false
  }
  return true
}

function isSameObject(object: JsonObject, known: JsonObject): boolean {
  const names = Object.keys(object)
  const knownNames = Object.keys(known)
  if (names.length !== knownNames.length) return false
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index] ?? ''
    // Mostly in the same order, which spares the search.
    if (name !== knownNames[index] && !Object.hasOwn(known, name)) return false
    if (!isSameJson(object[name], known[name])) return false
  }
  return true
}

/** JSON-LD lets a set of one be written without its array: a missing value is none, a single one is a list of one. */
export function asList(value: JsonValue | undefined): JsonValue[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

/** The identifier of a property that is either a URL or an object with an `id` (issuer, holder). */
export function idOf(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'string') return value
  return isJsonObject(value) && typeof value.id === 'string' ? value.id : undefined
}

/** Whether the `type` of a node (a string or a list of them) names `type`. */
export function hasType(node: JsonObject, type: string): boolean {
  return asList(node.type).includes(type)
}
