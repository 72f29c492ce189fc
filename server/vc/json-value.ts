/** JSON as it comes out of `JSON.parse`: what every specification in this folder speaks about. */
export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject
export interface JsonObject {
  [key: string]: JsonValue
}

/** Whether `value` is an object that is neither null nor an array. Its members are not checked. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
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
