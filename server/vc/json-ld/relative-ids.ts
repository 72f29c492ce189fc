import { isJsonObject } from '../json-value.ts'

/**
 * The first `@id` in expanded nodes that is no full IRI and no blank node. RDF has no place for it: jsonld leaves out the
 * whole node where it is empty. It refuses others, but only after it has used them as names in a plain object: with
 * `__proto__` it has by then changed every object there is.
 */
export function findRelativeId(nodes: object): string | undefined {
  const pending: unknown[] = [nodes]
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (Array.isArray(value)) {
      for (const item of value) pending.push(item)
      continue
    }
    // the value of a JSON literal is anything
    if (!isJsonObject(value) || '@value' in value) continue
    const id = value['@id'] ?? ''
    if ('@id' in value && !(typeof id === 'string' && id.includes(':'))) return JSON.stringify(id)
    for (const member of Object.values(value)) if (typeof member === 'object') pending.push(member ?? 0)
  }
  return undefined
}
