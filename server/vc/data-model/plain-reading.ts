import type { PlainNames } from '../json-ld/plain-names.ts'
import { asList, isJsonObject } from '../json-value.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'
import type { Finding } from './rule.ts'

/**
 * The first place where a reader of the plain JSON would not find what was signed: a claim of a published vocabulary
 * under another name than the published one, another value under that name, a type by another name, a set in a set.
 * Contexts are not signed, so whoever holds a document may add one that calls the claims as they like, and gives their
 * usual names to something else. `node` is the expansion of `source`. What stands in a graph of its own is left out.
 */
export function findMisread(
  source: JsonObject,
  node: JsonObject,
  names: PlainNames,
  pointer = '',
): Finding | undefined {
  const at = (name: string): Finding => ({ code: 'term-aliased', pointer: `${pointer}/${name}` })
  const id = node['@id']
  const isBlank = typeof id === 'string' && id.startsWith('_:')
  if (id !== undefined && (id !== source.id || isBlank)) return at('id')
  const types = asList(source.type)
  for (const [iri, values] of Object.entries(node)) {
    if (iri === '@type') {
      const isPlain = (type: JsonValue): boolean =>
        isNamedIn(types, typeof type === 'string' ? names.get(type) : undefined)
      if (!asList(values).every(isPlain)) return at('type')
    }
    const known = iri.startsWith('@') ? undefined : names.get(iri)
    if (known === undefined) continue
    const read = Object.keys(source).filter((name) => known.has(name))
    const [name = [...known].join('|')] = read
    const finding = compareValues(
      read.flatMap((each) => asList(source[each])),
      valuesOf(values),
      names,
      `${pointer}/${name}`,
    )
    if (finding !== undefined) return finding
  }
  return undefined
}

const isNamedIn = (types: readonly JsonValue[], known: ReadonlySet<string> | undefined): boolean =>
  known === undefined || types.some((type) => typeof type === 'string' && known.has(type))

/** The values of an expanded property, those of a list one by one. */
function valuesOf(values: JsonValue): JsonValue[] {
  const [only, ...others] = asList(values)
  const isList = others.length === 0 && isJsonObject(only) && only['@list'] !== undefined
  return isList ? asList(only['@list']) : asList(values)
}

function compareValues(
  read: readonly JsonValue[],
  signed: readonly JsonValue[],
  names: PlainNames,
  pointer: string,
): Finding | undefined {
  // JSON-LD leaves them out
  const plain = read.filter((value) => value !== null)
  if (plain.length !== signed.length) return { code: 'term-aliased', pointer }
  for (const [index, value] of plain.entries()) {
    const finding = compareValue(value, signed[index] ?? null, names, pointer)
    if (finding !== undefined) return finding
  }
  return undefined
}

function compareValue(
  read: JsonValue,
  signed: JsonValue,
  names: PlainNames,
  pointer: string,
): Finding | undefined {
  const different: Finding = { code: 'term-aliased', pointer }
  if (!isJsonObject(signed) || Array.isArray(read)) return different
  if (signed['@graph'] !== undefined || signed['@type'] === '@json') return undefined
  if ('@value' in signed) {
    const value = isJsonObject(read) ? read['@value'] : read
    return value === signed['@value'] ? undefined : different
  }
  if (isJsonObject(read)) return findMisread(read, signed, names, pointer)
  // a word of a vocabulary stands for an IRI, and a reader knows that; an address is to be the address
  const isAsWritten = read === signed['@id'] || (typeof read === 'string' && !read.includes(':'))
  return isAsWritten ? undefined : different
}
