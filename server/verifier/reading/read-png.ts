import { MAX_DOCUMENT_LENGTH } from './limits.ts'
import { inflateWithin } from './inflate-within.ts'
import { readBaked } from './read-baked.ts'
import { problem, type Reading, type ReadingContext } from './reading.ts'

/** The eight bytes of a PNG, then chunks: length, type, data, checksum (PNG 3, 5.3). */
const SIGNATURE_BYTES = 8
const CHUNK_OVERHEAD = 12
const MOST_CHUNKS = 100_000

/** Keywords of baked badges: Open Badges 3.0 (5.3.1 PNG), then 2.0 and 1.x (Badge Baking, PNGs). */
const KEYWORDS = ['openbadgecredential', 'openbadges']
const TEXT_CHUNKS = new Set(['iTXt', 'tEXt', 'zTXt'])

/** A baked badge, else whatever QR code can be seen on the picture. */
export async function readPng(bytes: Uint8Array, context: ReadingContext): Promise<Reading> {
  const chunk = bakedInto(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (chunk !== undefined) {
    const baked = textOf(chunk)
    return baked === undefined ? problem('damaged') : readBaked(baked, 'png', context)
  }
  return (await import('./read-picture.ts')).readPicture(bytes, context)
}

/**
 * The first text chunk with one of the keywords, in the order of the keywords: a picture that carries a badge of
 * both generations is the newer one. The checksums are not asked: a signature says more.
 */
function bakedInto(png: Buffer): Buffer | undefined {
  const found = new Map<string, Buffer>()
  let at = SIGNATURE_BYTES
  for (let count = 0; count < MOST_CHUNKS && at + CHUNK_OVERHEAD <= png.length; count++) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    const end = at + 8 + length
    if (type === 'IEND' || end + 4 > png.length) break
    if (TEXT_CHUNKS.has(type)) {
      const data = png.subarray(at + 8, end)
      const keyword = data.toString('latin1', 0, Math.max(0, data.subarray(0, 80).indexOf(0)))
      if (KEYWORDS.includes(keyword) && !found.has(keyword))
        found.set(keyword, Buffer.concat([Buffer.from(type, 'latin1'), data]))
    }
    at = end + 4
  }
  return KEYWORDS.map((keyword) => found.get(keyword)).find((chunk) => chunk !== undefined)
}

/** The text of a chunk (PNG 3, 11.3.3). Baking asks for uncompressed text; what was compressed all the same is read. */
function textOf(chunk: Buffer): string | undefined {
  const type = chunk.toString('latin1', 0, 4)
  const data = chunk.subarray(4)
  const afterKeyword = data.indexOf(0) + 1
  if (type === 'tEXt') return data.toString('latin1', afterKeyword)
  if (type === 'zTXt') return unpack(data.subarray(afterKeyword + 1))?.toString('latin1')
  const isCompressed = data[afterKeyword] === 1
  const afterLanguage = data.indexOf(0, afterKeyword + 2) + 1
  const afterTranslation = afterLanguage === 0 ? 0 : data.indexOf(0, afterLanguage) + 1
  if (afterTranslation === 0) return undefined
  const text = data.subarray(afterTranslation)
  return (isCompressed ? unpack(text) : text)?.toString('utf8')
}

/** In bytes: four for each character that a document may have. */
const unpack = (packed: Buffer): Buffer | undefined =>
  inflateWithin(packed, { left: 4 * MAX_DOCUMENT_LENGTH }, 4 * MAX_DOCUMENT_LENGTH)
