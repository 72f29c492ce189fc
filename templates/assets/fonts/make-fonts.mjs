// Makes the two web fonts of this folder from the TTF files of @expo-google-fonts/atkinson-hyperlegible:
// `node templates/assets/fonts/make-fonts.mjs`. What a browser does not need (hinting, glyph names, alternate
// glyphs) is dropped; every character stays. WOFF2 (https://www.w3.org/TR/WOFF2/) with untransformed glyph tables.
import { readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'

const KNOWN_TAGS = 'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB'
  .match(/.{4} ?/g)
  .map((tag) => tag.slice(0, 4))
const KEPT = ['OS/2', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post', 'GPOS']
const SOURCE = 'node_modules/@expo-google-fonts/atkinson-hyperlegible'

for (const [source, target] of [
  ['400Regular/AtkinsonHyperlegible_400Regular.ttf', 'regular'],
  ['700Bold/AtkinsonHyperlegible_700Bold.ttf', 'bold'],
]) {
  const tables = readTables(readFileSync(`${SOURCE}/${source}`))
  dropHinting(tables)
  tables.set('post', withoutNames(tables.get('post')))
  const file = new URL(`atkinson-hyperlegible-${target}.woff2`, import.meta.url)
  const bytes = woff2(new Map(KEPT.map((tag) => [tag, tables.get(tag)])))
  writeFileSync(file, bytes)
  console.log(file.pathname, bytes.length)
}

function readTables(font) {
  const tables = new Map()
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const entry = 12 + 16 * index
    const [offset, length] = [font.readUInt32BE(entry + 8), font.readUInt32BE(entry + 12)]
    tables.set(font.toString('latin1', entry, entry + 4), font.subarray(offset, offset + length))
  }
  return tables
}

/** Removes the instructions of every glyph and rewrites `loca` in its long format. */
function dropHinting(tables) {
  const head = Buffer.from(tables.get('head'))
  const loca = tables.get('loca')
  const long = head.readInt16BE(50) === 1
  const count = tables.get('maxp').readUInt16BE(4)
  const at = (index) => (long ? loca.readUInt32BE(4 * index) : 2 * loca.readUInt16BE(2 * index))
  const glyphs = []
  const offsets = Buffer.alloc(4 * (count + 1))
  let end = 0
  for (let index = 0; index < count; index++) {
    const glyph = withoutInstructions(tables.get('glyf').subarray(at(index), at(index + 1)))
    glyphs.push(glyph)
    end += glyph.length
    offsets.writeUInt32BE(end, 4 * (index + 1))
  }
  head.writeInt16BE(1, 50)
  const maxp = Buffer.from(tables.get('maxp'))
  maxp.writeUInt16BE(0, 26)
  tables.set('head', head).set('loca', offsets).set('glyf', Buffer.concat(glyphs)).set('maxp', maxp)
}

function withoutInstructions(glyph) {
  if (glyph.length === 0) return glyph
  const contours = glyph.readInt16BE(0)
  let parts
  if (contours >= 0) {
    const lengthAt = 10 + 2 * contours
    const length = glyph.readUInt16BE(lengthAt)
    parts = [glyph.subarray(0, lengthAt), Buffer.alloc(2), glyph.subarray(lengthAt + 2 + length)]
  } else parts = [compositeWithoutInstructions(glyph)]
  const bytes = Buffer.concat(parts)
  return bytes.length % 4 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(4 - (bytes.length % 4))])
}

function compositeWithoutInstructions(glyph) {
  const copy = Buffer.from(glyph)
  let at = 10
  for (;;) {
    const flags = copy.readUInt16BE(at)
    copy.writeUInt16BE(flags & ~0x0100, at)
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0)
    if (!(flags & 0x20)) return copy.subarray(0, at)
  }
}

/** `post` version 3: no glyph names. */
function withoutNames(post) {
  const short = Buffer.from(post.subarray(0, 32))
  short.writeUInt32BE(0x00030000, 0)
  return short
}

function woff2(tables) {
  const directory = []
  for (const [tag, bytes] of tables) {
    const known = KNOWN_TAGS.indexOf(tag)
    // transformation version 3 means "untransformed" for glyf and loca (section 5.1)
    const flags = (tag === 'glyf' || tag === 'loca' ? 0xc0 : 0) | (known === -1 ? 63 : known)
    directory.push(Buffer.from([flags]), known === -1 ? Buffer.from(tag, 'latin1') : Buffer.alloc(0), base128(bytes.length))
  }
  const data = Buffer.concat([...tables.values()])
  const compressed = brotliCompressSync(data, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT,
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 22,
    },
  })
  const entries = Buffer.concat(directory)
  const sfntSize = 12 + 16 * tables.size + [...tables.values()].reduce((sum, { length }) => sum + 4 * Math.ceil(length / 4), 0)
  const header = Buffer.alloc(48)
  header.write('wOF2', 0, 'latin1')
  header.writeUInt32BE(0x00010000, 4)
  const length = header.length + entries.length + compressed.length
  const padding = (4 - (length % 4)) % 4
  header.writeUInt32BE(length + padding, 8)
  header.writeUInt16BE(tables.size, 12)
  header.writeUInt32BE(sfntSize, 16)
  header.writeUInt32BE(compressed.length, 20)
  header.writeUInt16BE(1, 24)
  return Buffer.concat([header, entries, compressed, Buffer.alloc(padding)])
}

function base128(value) {
  const bytes = [value & 0x7f]
  for (let rest = value >> 7; rest > 0; rest >>= 7) bytes.unshift((rest & 0x7f) | 0x80)
  return Buffer.from(bytes)
}
