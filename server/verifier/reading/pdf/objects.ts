import { inflateWithin, type Purse } from '../inflate-within.ts'
import {
  isDictionary,
  isList,
  nameOf,
  parseValue,
  skipSpace,
  type PdfDictionary,
  type PdfValue,
} from './values.ts'

/** A stream: its dictionary, and its bytes as they stand in the file. */
export interface PdfStream {
  readonly dictionary: PdfDictionary
  readonly packed: Uint8Array
}

/** The objects of a file, each as its last revision has it. */
export interface PdfObjects {
  readonly values: ReadonlyMap<number, PdfValue>
  readonly streams: ReadonlyMap<number, PdfStream>
  /** The dictionaries that say where the file begins, the last first: trailers and those of cross-reference streams. */
  readonly trailers: readonly PdfDictionary[]
}

interface Gathered {
  readonly values: Map<number, PdfValue>
  readonly streams: Map<number, PdfStream>
  readonly trailers: PdfDictionary[]
}

const MOST_OBJECTS = 200_000
/** Unpacked bytes of one object stream. */
const MOST_OBJECT_STREAM = 8_000_000
const BEGINNING = /(?:(\d{1,9})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+obj|trailer)(?![A-Za-z])/g

/**
 * Reads a file from its beginning to its end instead of following its cross-reference tables: incremental updates (a
 * seal, say) come later and take the place of what was before, a table that leads in circles or nowhere leads nobody,
 * and each byte is read once.
 */
export function readObjects(pdf: Uint8Array, purse: Purse): PdfObjects {
  // one character a byte, so that places in the text are places in the file
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const gathered: Gathered = { values: new Map(), streams: new Map(), trailers: [] }
  BEGINNING.lastIndex = 0
  for (let count = 0; count < MOST_OBJECTS; count++) {
    const found = BEGINNING.exec(text)
    if (found === null) break
    const at = found.index + found[0].length
    const parsed = parseValue(text, at)
    if (parsed === undefined) continue
    BEGINNING.lastIndex = parsed.end
    const number = found[1] === undefined ? undefined : Number(found[1])
    if (number === undefined) {
      if (isDictionary(parsed.value)) gathered.trailers.unshift(parsed.value)
      continue
    }
    gathered.values.set(number, parsed.value)
    gathered.streams.delete(number)
    if (!isDictionary(parsed.value)) continue
    const place = placeOfStream(text, parsed.end, parsed.value)
    if (place === undefined) continue
    keepStream(
      gathered,
      number,
      { dictionary: parsed.value, packed: pdf.subarray(place.start, place.end) },
      purse,
    )
    BEGINNING.lastIndex = place.end
  }
  return gathered
}

/** 7.3.8: `stream`, an end of line, as many bytes as `Length` says, `endstream`. */
function placeOfStream(
  text: string,
  at: number,
  dictionary: PdfDictionary,
): { readonly start: number; readonly end: number } | undefined {
  const keyword = skipSpace(text, at)
  if (!text.startsWith('stream', keyword)) return undefined
  const line = keyword + 'stream'.length
  const start = text.startsWith('\r\n', line)
    ? line + 2
    : text[line] === '\n' || text[line] === '\r'
      ? line + 1
      : line
  const length = dictionary.get('Length')
  const told = typeof length === 'number' && length >= 0 ? start + length : undefined
  if (told !== undefined && told <= text.length && text.startsWith('endstream', skipSpace(text, told)))
    return { start, end: told }
  // a length that stands elsewhere, or is wrong
  const end = text.indexOf('endstream', start)
  return { start, end: end === -1 ? text.length : end }
}

function keepStream(gathered: Gathered, number: number, stream: PdfStream, purse: Purse): void {
  const type = nameOf(stream.dictionary.get('Type'))
  if (type === 'XRef') gathered.trailers.unshift(stream.dictionary)
  else if (type === 'ObjStm') readObjectStream(gathered, stream, purse)
  else gathered.streams.set(number, stream)
}

/** 7.5.7: numbers and places of the objects first, then the objects. */
function readObjectStream(gathered: Gathered, stream: PdfStream, purse: Purse): void {
  const count = stream.dictionary.get('N')
  const first = stream.dictionary.get('First')
  if (typeof count !== 'number' || typeof first !== 'number') return
  const text = unpackStream(stream, purse, MOST_OBJECT_STREAM)?.toString('latin1')
  if (text === undefined) return
  const numbers = [...text.slice(0, first).matchAll(/\d+/g)].slice(0, 2 * Math.min(count, MOST_OBJECTS))
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    const parsed = parseValue(text, first + Number(numbers[index + 1]?.[0]))
    if (parsed === undefined || gathered.values.size >= MOST_OBJECTS) continue
    gathered.values.set(Number(numbers[index]?.[0]), parsed.value)
    gathered.streams.delete(Number(numbers[index]?.[0]))
  }
}

/** The bytes of a stream as it is, or deflated (7.4.4), which is how attachments are written; undefined for other filters. */
export function unpackStream(stream: PdfStream, purse: Purse, mostBytes: number): Buffer | undefined {
  const { dictionary, packed } = stream
  const filter = dictionary.get('Filter')
  const filters = isList(filter) ? filter : filter === undefined || filter === null ? [] : [filter]
  if (filters.length === 0) return packed.length > mostBytes ? undefined : Buffer.from(packed)
  const isDeflated = filters.length === 1 && ['FlateDecode', 'Fl'].includes(nameOf(filters[0]) ?? '')
  return isDeflated ? inflateWithin(packed, purse, mostBytes) : undefined
}
