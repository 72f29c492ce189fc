import { deflateSync } from 'node:zlib'
import type { Subset } from '@cantoo/fontkit'
import { PDFHexString, PDFName, PDFRawStream, PDFString, type PDFContext, type PDFRef } from 'pdf-lib'
import type { ShapedGlyph, Typeface } from './typefaces.ts'

/** A typeface as one document uses it: only the glyphs that were drawn are embedded. */
interface ShelvedFont {
  readonly face: Typeface
  readonly subset: Subset
  /** By code. One glyph has several codes when it stands for several texts: a letter whose dot is a glyph of its own. */
  readonly codes: { readonly glyph: ShapedGlyph; readonly place: number }[]
  readonly codeOf: Map<string, number>
}

/** The fonts of one document, by resource name (`F0`, `F1`…). */
export interface FontShelf {
  readonly fonts: Map<Typeface, { readonly name: string; readonly font: ShelvedFont }>
}

export const createFontShelf = (): FontShelf => ({ fonts: new Map() })

/** The resource name of a face in this document. */
export function fontName(shelf: FontShelf, face: Typeface): string {
  return shelve(shelf, face).name
}

function shelve(shelf: FontShelf, face: Typeface): { readonly name: string; readonly font: ShelvedFont } {
  const known = shelf.fonts.get(face)
  if (known) return known
  const made = {
    name: `F${shelf.fonts.size}`,
    // code 0 is the missing glyph
    font: {
      face,
      subset: face.font.createSubset(),
      codes: [{ glyph: NOTHING, place: 0 }],
      codeOf: new Map(),
    },
  }
  shelf.fonts.set(face, made)
  return made
}

const NOTHING: ShapedGlyph = { id: 0, codePoints: [], advance: 0, width: 0, dx: 0, dy: 0 }

/** The code (four hexadecimal digits) that draws a glyph in this document, and reads as the glyph's own text. */
export function glyphCode(shelf: FontShelf, face: Typeface, glyph: ShapedGlyph): string {
  const { font } = shelve(shelf, face)
  const key = `${glyph.id}:${glyph.codePoints.join(' ')}`
  const known = font.codeOf.get(key)
  if (known !== undefined) return hex(known)
  const code = font.codes.push({ glyph, place: font.subset.includeGlyph(glyph.id) }) - 1
  font.codeOf.set(key, code)
  return hex(code)
}

/** Writes the subsets into the document; the result is the `/Font` resource dictionary. */
export function embedFonts(shelf: FontShelf, context: PDFContext): PDFRef {
  const resources = context.obj({})
  for (const { name, font } of shelf.fonts.values()) resources.set(PDFName.of(name), embed(font, context))
  return context.register(resources)
}

/** A Type 0 font with a TrueType descendant (ISO 32000-1, 9.7), its widths and its way back to Unicode. */
function embed(shelved: ShelvedFont, context: PDFContext): PDFRef {
  const { face, subset } = shelved
  const bytes = subset.encode()
  const program = deflated(context, bytes, { Length1: bytes.length })
  const baseFont = `${subsetTag(shelved)}+${face.name}`
  const { bbox, ascent, descent, capHeight } = face.font
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: baseFont,
      // 4: symbolic, since codes are glyph numbers
      Flags: 4,
      FontBBox: [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY].map((value) => value * face.scale),
      ItalicAngle: 0,
      Ascent: ascent * face.scale,
      Descent: descent * face.scale,
      CapHeight: capHeight * face.scale,
      StemV: face.name.includes('Bold') ? 140 : 80,
      FontFile2: program,
    }),
  )
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: baseFont,
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      CIDToGIDMap: deflated(context, glyphPlaces(shelved)),
      DW: 0,
      W: [0, widths(shelved)],
    }),
  )
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: baseFont,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: deflated(context, Buffer.from(unicodeMap(shelved), 'latin1')),
    }),
  )
}

const widths = ({ codes }: ShelvedFont): number[] => codes.map(({ glyph }) => Math.round(glyph.width))

/** From a code to the glyph's place in the subset: two bytes each (ISO 32000-1, 9.7.4.3). */
function glyphPlaces({ codes }: ShelvedFont): Uint8Array {
  const bytes = Buffer.alloc(codes.length * 2)
  codes.forEach(({ place }, code) => bytes.writeUInt16BE(place, code * 2))
  return bytes
}

/** A CMap from our codes to Unicode, so that text can be searched, copied and read aloud (ISO 32000-1, 9.10.3). */
function unicodeMap({ codes }: ShelvedFont): string {
  const lines = codes.flatMap(({ glyph }, code) =>
    glyph.codePoints.length > 0
      ? [`<${hex(code)}> <${utf16(String.fromCodePoint(...glyph.codePoints))}>`]
      : [],
  )
  const blocks: string[] = []
  // at most 100 entries a block
  for (let start = 0; start < lines.length; start += 100) {
    const block = lines.slice(start, start + 100)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n')
}

/** Six letters that differ between two different subsets of one font (ISO 32000-1, 9.6.4). */
function subsetTag({ codes }: ShelvedFont): string {
  let seed = 7
  for (const { glyph } of codes) seed = (seed * 31 + glyph.id) % 308_915_776
  return Array.from({ length: 6 }, (_, place) =>
    String.fromCharCode(65 + (Math.floor(seed / 26 ** place) % 26)),
  ).join('')
}

/** A Flate stream. Level 9 is worth it here: the file travels, and is made once. */
export function deflated(
  context: PDFContext,
  bytes: Uint8Array,
  entries: Record<string, string | number> = {},
): PDFRef {
  const packed = deflateSync(bytes, { level: 9 })
  const dictionary = context.obj({ ...entries, Filter: 'FlateDecode', Length: packed.length })
  return context.register(PDFRawStream.of(dictionary, packed))
}

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0')

/** Big-endian UTF-16 in hexadecimal. */
export const utf16 = (text: string): string =>
  Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index))).join('')

/** A text string that any Unicode character survives (ISO 32000-1, 7.9.2.2). */
export const unicodeString = (text: string): PDFHexString => PDFHexString.of(`FEFF${utf16(text)}`)
