import { crc32 } from 'node:zlib'

/** What a PNG begins with, and the header chunk that comes first in every one (PNG, 5.2 and 11.2.1). */
const BEFORE_CHUNKS = 8
const HEADER_CHUNK = 25

/** Open Badges 3.0, 5.3.1.1: the chunk's keyword. */
const KEYWORD = 'openbadgecredential'

/**
 * Puts a signed credential into a PNG: one `iTXt` chunk, uncompressed, with the credential's JSON as it was signed (Open
 * Badges 3.0, 5.3.1.1; PNG, 11.3.3.4). It comes right after the header.
 */
export function bakePng(png: Buffer, signed: string): Buffer {
  const cut = BEFORE_CHUNKS + HEADER_CHUNK
  return Buffer.concat([png.subarray(0, cut), textChunk(signed), png.subarray(cut)])
}

function textChunk(text: string): Buffer {
  const body = Buffer.concat([
    Buffer.from('iTXt', 'latin1'),
    Buffer.from(KEYWORD, 'latin1'),
    // end of the keyword, not compressed, by no method, no language, no translated keyword
    Buffer.from([0, 0, 0, 0, 0]),
    Buffer.from(text, 'utf8'),
  ])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(body.length - 4, 0)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return chunk
}
