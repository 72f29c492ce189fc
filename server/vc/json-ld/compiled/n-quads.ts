import { decline } from './declined.ts'

export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
export const XSD = 'http://www.w3.org/2001/XMLSchema#'

/**
 * Absolute IRIs that N-Quads writes as they are: a scheme, then nothing that is a space to jsonld or would be escaped.
 * Blank node identifiers are none.
 */
const PLAIN_IRI = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|^`\\\u0000-\u0020]*$/
const NEEDS_ESCAPE = /[\u0000-\u001F\u007F"\\]/
const EVERY_ESCAPE = /[\u0000-\u001F\u007F"\\]/g

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\f', '\\f'],
  ['\r', '\\r'],
  ['"', '\\"'],
  ['\\', '\\\\'],
])

/** An IRI in canonical N-Quads (RDF Dataset Canonicalization 1.0, 5). */
export function iriTerm(iri: string): string {
  if (!PLAIN_IRI.test(iri) || !iri.isWellFormed()) decline('not a plain absolute IRI')
  return `<${iri}>`
}

/** A text as literal in canonical N-Quads. `suffix` is its datatype or language, as {@link datatypeSuffix} writes it. */
export function literalTerm(text: string, suffix: string): string {
  // Two texts that differ in a lone surrogate have the same UTF-8, and so the same signature.
  if (!text.isWellFormed()) decline('lone surrogate')
  return `"${NEEDS_ESCAPE.test(text) ? text.replace(EVERY_ESCAPE, escapeOf) : text}"${suffix}`
}

const escapeOf = (symbol: string): string =>
  ESCAPES.get(symbol) ?? `\\u${symbol.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`

/** What follows a literal of this datatype; nothing for `xsd:string`, which is what a literal is without one. */
export const datatypeSuffix = (datatype: string): string =>
  datatype === `${XSD}string` ? '' : `^^${iriTerm(datatype)}`
