import { MAX_DOCUMENT_LENGTH } from './limits.ts'
import { readJson } from './read-json.ts'
import { readLink } from './read-link.ts'
import { readToken } from './read-token.ts'
import { MAX_NESTING, cutShort, inside, problem, type Reading, type ReadingContext } from './reading.ts'

/** Text of any kind: JSON, a compact token, an address, a code, or a `data:` address with any of these in it. */
export async function readText(source: string, context: ReadingContext): Promise<Reading> {
  const text = source.replace(/^\uFEFF/, '').trim()
  if (text === '') return problem('nothing')
  if (context.nesting > MAX_NESTING) return problem('too-deep')
  if (/^data:/i.test(text)) return readDataAddress(text, context)
  if (text.length > MAX_DOCUMENT_LENGTH) return problem('too-large')
  if (/^[{["]/.test(text)) return readJson(text, context)
  // what a mail or a text field broke into lines
  const unbroken = text.replace(/\s+/g, '')
  const known = readToken(unbroken, context) ?? readLink(text, context)
  if (known !== undefined) return known
  return context.carrier === 'qr'
    ? { ...problem('qr-other'), said: cutShort(text) }
    : problem('not-recognised')
}

/** RFC 2397. Its media type is not believed: what is inside says itself what it is. */
function readDataAddress(text: string, context: ReadingContext): Promise<Reading> | Reading {
  const comma = text.indexOf(',')
  if (comma === -1 || comma > 300) return problem('not-recognised')
  const body = text.slice(comma + 1)
  if (/;\s*base64$/i.test(text.slice(0, comma)))
    return context.readOn(new Uint8Array(Buffer.from(body, 'base64')), inside(context))
  try {
    return context.readOn(decodeURIComponent(body), inside(context))
  } catch {
    return problem('damaged')
  }
}
