import { isJsonObject, type JsonObject, type JsonValue } from '../../vc/index.ts'

/** The same document, its own parts (`<id>#host`, `<id>#observation`) named after its new `id`. */
export function renamed(value: JsonObject, from: string, to: string): JsonObject {
  const rename = (inside: JsonValue, key: string): JsonValue => {
    if (Array.isArray(inside)) return inside.map((item) => rename(item, key))
    if (isJsonObject(inside))
      return Object.fromEntries(Object.entries(inside).map(([name, item]) => [name, rename(item, name)]))
    // only where an identifier stands: what people wrote is never touched
    if (typeof inside !== 'string' || !IDENTIFIERS.has(key)) return inside
    return inside.startsWith(`${from}#`) ? `${to}${inside.slice(from.length)}` : inside
  }
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, rename(item, name)]))
}

const IDENTIFIERS = new Set(['id', 'resultDescription', 'achievedLevel'])
