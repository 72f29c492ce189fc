import type { ActiveContext } from 'jsonld/lib/context.js'
import type { JsonObject, JsonValue } from '../../json-value.ts'
import { decline } from './declined.ts'
import { iriTerm, literalTerm, XSD } from './n-quads.ts'
import type { Property } from './plan.ts'

/** JSON-LD 1.1 API, 5.3 Value Expansion, of a text. */
export function textTerm(text: string, property: Property): string {
  if (property.text === 'iri') return absoluteTerm(property.context, text)
  if (property.text === 'vocabulary') return iriTerm(wordOf(property.context, text))
  return literalTerm(text, property.suffix)
}

/** An address in full; one that is relative, or that a prefix shortens, is left to jsonld. */
export const absoluteTerm = (context: ActiveContext, text: string): string => iriTerm(absolute(context, text))

/** An IRI that jsonld leaves as it is; one that a prefix might shorten is left to jsonld. */
function absolute(context: ActiveContext, text: string): string {
  const colon = text.indexOf(':')
  if (colon <= 0) return decline('relative')
  if (text.startsWith('//', colon + 1)) return text
  return context.mappings.get(text.slice(0, colon))?._prefix === true ? decline('compact IRI') : text
}

/** JSON-LD 1.1 API, 5.2 IRI Expansion, of a word of the vocabulary. */
function wordOf(context: ActiveContext, word: string): string {
  const term = context.mappings.get(word)
  if (term === null || word.startsWith('@')) return decline('word')
  if (term?.['@id'] !== undefined) return term['@id'] ?? decline('word')
  if (word.includes(':')) return absolute(context, word)
  return `${context['@vocab'] ?? decline('word')}${word}`
}

/** JSON-LD 1.1 API, 8.2.2 Object to RDF: truth values and whole numbers. */
export function scalarTerm(value: JsonValue, { suffix, isTypedString }: Property): string {
  if (isTypedString) return decline('typed scalar')
  if (typeof value === 'boolean') return `"${String(value)}"${suffix === '' ? BOOLEAN : suffix}`
  if (!Number.isSafeInteger(value)) return decline('scalar')
  return `"${Number(value).toFixed(0)}"${suffix === '' ? INTEGER : suffix}`
}

const BOOLEAN = `^^<${XSD}boolean>`
const INTEGER = `^^<${XSD}integer>`

/** A text with its language, as VC Data Model 2.0, 4.6 has it; with a direction it is left to the library. */
export function languageValueTerm(value: JsonObject, { isTypedString }: Property): string {
  const { '@value': text, '@language': language, ...others } = value
  if (typeof text !== 'string' || isTypedString || Object.keys(others).length > 0)
    return decline('value object')
  if (language === undefined) return literalTerm(text, '')
  if (typeof language !== 'string' || !LANGUAGE.test(language)) return decline('language')
  return literalTerm(text, `@${language.toLowerCase()}`)
}

const LANGUAGE = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/
