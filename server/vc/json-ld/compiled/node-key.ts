import { isPinnedContext } from '../pinned-contexts.ts'
import type { JsonObject, JsonValue } from '../../json-value.ts'
import { decline } from './declined.ts'

/** More, or longer ones, are not worth compiling. */
const MAX_CONTEXTS = 6
const MAX_TYPES = 12
const MAX_NAME = 200

/** By what nodes under one property are told apart: types and contexts decide what every other member means. */
export function nodeKey(node: JsonObject): string {
  const { type } = node
  const key =
    typeof type === 'string' ? checkedName(type) : type === undefined ? '' : typesOf(node).join('\n')
  return node['@context'] === undefined ? key : `${key}\0${contextsOf(node).join('\n')}`
}

/** The types of a node, as it names them. */
export function typesOf({ type }: JsonObject): readonly string[] {
  if (type === undefined) return []
  if (typeof type === 'string') return [checkedName(type)]
  if (!Array.isArray(type) || type.length === 0 || type.length > MAX_TYPES) return decline('type')
  return type.map(checkedName)
}

/** The addresses of a node's own contexts, all of them pinned. */
export function contextsOf(node: JsonObject): readonly string[] {
  const context = node['@context']
  const list = Array.isArray(context) ? context : [context]
  if (list.length === 0 || list.length > MAX_CONTEXTS) return decline('@context')
  return list.map((item) => (typeof item === 'string' && isPinnedContext(item) ? item : decline('@context')))
}

/**
 * A name that can stand in a key: an empty one, or a separator inside, would make it look like another list of names.
 * `__proto__` is lost when jsonld copies an object.
 */
export function checkedName(name: JsonValue | undefined): string {
  if (typeof name !== 'string' || name === '' || name.length > MAX_NAME || /[\n\0]/.test(name))
    return decline('name')
  return name === '__proto__' ? decline('name') : name
}
