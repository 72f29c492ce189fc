import { isJsonObject } from '../json-value.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'
import {
  CLR_CONTEXT,
  CREDENTIALS_V1,
  CREDENTIALS_V2,
  OPEN_BADGES_VERSIONS,
  pinnedContext,
} from './pinned-contexts.ts'

/** By what names the published contexts call a property or a type, by its IRI. Readers of the plain JSON know no others. */
export type PlainNames = ReadonlyMap<string, ReadonlySet<string>>

const PUBLISHED = [CREDENTIALS_V2, CREDENTIALS_V1, ...OPEN_BADGES_VERSIONS, CLR_CONTEXT]

let names: Promise<PlainNames> | undefined

/** Of VC Data Model 2.0 and 1.1, Open Badges 3.0 and CLR 2.0. Read once. */
export function plainNames(): Promise<PlainNames> {
  names ??= readNames()
  return names
}

async function readNames(): Promise<PlainNames> {
  const found = new Map<string, Set<string>>()
  for (const url of PUBLISHED) collect((await pinnedContext(url))?.['@context'], {}, found)
  return found
}

/** Contexts stand inside contexts: those of a term, or of a type. They know the prefixes of what is around them. */
function collect(context: JsonValue | undefined, around: JsonObject, found: Map<string, Set<string>>): void {
  if (!isJsonObject(context)) return
  const terms = { ...around, ...context }
  for (const [name, definition] of Object.entries(context)) {
    if (name.startsWith('@')) continue
    const iri = iriOf(definition, terms)
    if (iri !== undefined) found.set(iri, (found.get(iri) ?? new Set()).add(name))
    if (isJsonObject(definition)) collect(definition['@context'], terms, found)
  }
}

/** What a term stands for: an IRI in full, one that a prefix shortens, or another term. Undefined for keywords. */
function iriOf(definition: JsonValue | undefined, terms: JsonObject): string | undefined {
  const id = isJsonObject(definition) ? definition['@id'] : definition
  if (typeof id !== 'string' || id.startsWith('@')) return undefined
  const [prefix = '', ...rest] = id.split(':')
  if (rest.length === 0) return iriOf(terms[id], terms)
  const start = iriOf(terms[prefix], terms)
  return start === undefined ? id : start + rest.join(':')
}
