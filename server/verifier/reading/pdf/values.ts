/** A PDF's values (ISO 32000-2, 7.3), as far as attachments need them: a string is bytes as latin-1 characters. */
export type PdfValue =
  | null
  | boolean
  | number
  | { readonly name: string }
  | { readonly string: string }
  | { readonly reference: number }
  | readonly PdfValue[]
  | PdfDictionary
export type PdfDictionary = ReadonlyMap<string, PdfValue>

export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary => value instanceof Map
export const isList = (value: PdfValue | undefined): value is readonly PdfValue[] => Array.isArray(value)
export const nameOf = (value: PdfValue | undefined): string | undefined =>
  typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined
export const referenceOf = (value: PdfValue | undefined): number | undefined =>
  typeof value === 'object' && value !== null && 'reference' in value ? value.reference : undefined

/** A value, and the place behind it. */
interface Parsed {
  readonly value: PdfValue
  readonly end: number
}

/** Real files have some ten levels. */
const MAX_LEVELS = 40

const SPACE = /(?:[\0\t\n\f\r ]|%[^\r\n]*)*/y
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)/y
const REFERENCE = /(\d{1,9})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R(?![A-Za-z0-9])/y
const NAME = /\/[^\0\t\n\f\r ()<>[\]{}/%]*/y
const WORD = /true|false|null/y
const HEX_STRING = /<[0-9A-Fa-f\0\t\n\f\r ]*>/y

/** The value at `at`; undefined where none stands that could be read. Never throws, never reads a file's part twice. */
export function parseValue(text: string, at: number, level = 0): Parsed | undefined {
  const start = skipSpace(text, at)
  if (level > MAX_LEVELS) return undefined
  switch (text[start]) {
    case '/': {
      const name = match(NAME, text, start) ?? '/'
      return { value: { name: unescapeName(name.slice(1)) }, end: start + name.length }
    }
    case '(':
      return parseString(text, start)
    case '[':
      return parseList(text, start + 1, level)
    case '<':
      return text[start + 1] === '<' ? parseDictionary(text, start + 2, level) : parseHexString(text, start)
    default:
      return parsePlain(text, start)
  }
}

export function skipSpace(text: string, at: number): number {
  return at + (match(SPACE, text, at)?.length ?? 0)
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

function parsePlain(text: string, at: number): Parsed | undefined {
  REFERENCE.lastIndex = at
  const reference = REFERENCE.exec(text)
  if (reference !== null) return { value: { reference: Number(reference[1]) }, end: at + reference[0].length }
  const number = match(NUMBER, text, at)
  if (number !== undefined) return { value: Number(number), end: at + number.length }
  const word = match(WORD, text, at)
  if (word === undefined) return undefined
  return { value: word === 'null' ? null : word === 'true', end: at + word.length }
}

function parseList(text: string, at: number, level: number): Parsed | undefined {
  const items: PdfValue[] = []
  let next = skipSpace(text, at)
  while (text[next] !== ']') {
    const item = parseValue(text, next, level + 1)
    if (item === undefined) return undefined
    items.push(item.value)
    next = skipSpace(text, item.end)
  }
  return { value: items, end: next + 1 }
}

function parseDictionary(text: string, at: number, level: number): Parsed | undefined {
  const entries = new Map<string, PdfValue>()
  let next = skipSpace(text, at)
  while (!text.startsWith('>>', next)) {
    const key = parseValue(text, next, level + 1)
    const name = nameOf(key?.value)
    const value = key === undefined || name === undefined ? undefined : parseValue(text, key.end, level + 1)
    if (name === undefined || value === undefined) return undefined
    entries.set(name, value.value)
    next = skipSpace(text, value.end)
  }
  return { value: entries, end: next + 2 }
}

/** 7.3.4.2: parentheses inside stand in pairs, or behind a backslash. What is escaped is left as it is: nobody reads it. */
function parseString(text: string, at: number): Parsed | undefined {
  let open = 0
  for (let place = at; place < text.length; place++) {
    const symbol = text[place]
    if (symbol === '\\') place++
    else if (symbol === '(') open++
    else if (symbol === ')' && --open === 0)
      return { value: { string: text.slice(at + 1, place) }, end: place + 1 }
  }
  return undefined
}

function parseHexString(text: string, at: number): Parsed | undefined {
  const found = match(HEX_STRING, text, at)
  return found === undefined ? undefined : { value: { string: '' }, end: at + found.length }
}

const unescapeName = (name: string): string =>
  name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
