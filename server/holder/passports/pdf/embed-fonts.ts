import { keyOf, type FontShelf } from './font-shelf.ts'
import { fontProgram, type FontProgram } from './font-program.ts'
import { addObject, addPacked, packNow, to, utf16, type PdfFile, type Ref } from './pdf-file.ts'
import { recentlyUsed } from './recently-used.ts'
import type { ShapedGlyph, Typeface } from './typefaces.ts'
import { hex, usualLetters } from './usual-letters.ts'

/** A face as a document embeds it, ready to be written. */
interface MadeFont {
  readonly program: FontProgram
  /** By code, in 1/1000 em. */
  readonly widths: string
  /** From a code to the glyph's place in the file, packed: two bytes each (ISO 32000-1, 9.7.4.3). */
  readonly places: Uint8Array
  /** From a code to Unicode, packed. */
  readonly unicode: Uint8Array
}

/** Kept: the house faces with their usual letters, and some with letters more. */
const kept = recentlyUsed<MadeFont>(40)

/** Writes the fonts that were drawn with; the result is the `/Font` resource dictionary. */
export function embedFonts(file: PdfFile, { fonts }: FontShelf): Ref {
  let resources = ''
  for (const [face, { glyphs }] of fonts) {
    const font = kept(`${face.name} ${glyphs.map(keyOf).join(',')}`, () => makeFont(face, glyphs))
    resources += `/${face.resource} ${to(embed(file, face, font))}`
  }
  return addObject(file, `<<${resources}>>`)
}

function makeFont(face: Typeface, extras: readonly ShapedGlyph[]): MadeFont {
  const codes = [...usualLetters(face).glyphs, ...extras]
  const program = fontProgram(
    face,
    extras.map(({ id }) => id),
  )
  const places = Buffer.alloc(codes.length * 2)
  codes.forEach(({ id }, code) => places.writeUInt16BE(program.places.get(id) ?? 0, code * 2))
  return {
    program,
    widths: codes.map(({ width }) => Math.round(width)).join(' '),
    places: packNow(places),
    unicode: packNow(unicodeMap(codes)),
  }
}

/** A Type 0 font with a TrueType descendant (ISO 32000-1, 9.7), its widths and its way back to Unicode. */
function embed(file: PdfFile, face: Typeface, { program, widths, places, unicode }: MadeFont): Ref {
  const { bbox, ascent, descent, capHeight } = face.font
  const name = `${program.tag}+${face.name}`
  const box = [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY].map((value) => value * face.scale).join(' ')
  const fontFile = addPacked(file, program.packed, `/Length1 ${program.length}`)
  const descriptor = addObject(
    file,
    // 4: symbolic, since codes are glyph numbers
    `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[${box}]/ItalicAngle 0/Ascent ${ascent * face.scale}` +
      `/Descent ${descent * face.scale}/CapHeight ${capHeight * face.scale}/StemV ${face.name.includes('Bold') ? 140 : 80}` +
      `/FontFile2 ${to(fontFile)}>>`,
  )
  const descendant = addObject(
    file,
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}` +
      '/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>' +
      `/FontDescriptor ${to(descriptor)}/CIDToGIDMap ${to(addPacked(file, places))}/DW 0/W[0[${widths}]]>>`,
  )
  return addObject(
    file,
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${to(descendant)}]` +
      `/ToUnicode ${to(addPacked(file, unicode))}>>`,
  )
}

/** A CMap from our codes to Unicode, so that text can be searched, copied and read aloud (ISO 32000-1, 9.10.3). */
function unicodeMap(codes: readonly ShapedGlyph[]): string {
  const lines = codes.flatMap(({ codePoints }, code) =>
    codePoints.length > 0 ? [`<${hex(code)}> <${utf16(String.fromCodePoint(...codePoints))}>`] : [],
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
