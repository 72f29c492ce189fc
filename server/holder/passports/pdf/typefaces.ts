import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { create, type Font, type Glyph } from '@cantoo/fontkit'

export type Weight = 'regular' | 'bold'

/** One font file, parsed once per process and shared by every passport. */
export interface Typeface {
  readonly name: string
  /** What a page calls it: the same in every document. */
  readonly resource: string
  readonly font: Font
  /** Multiply font units by this to get 1/1000 em, the unit of PDF text. */
  readonly scale: number
  readonly shaped: Map<string, ShapedText>
  /** Which code points it was asked for, and whether it has them. */
  readonly covered: Map<number, boolean>
}

export interface ShapedGlyph {
  readonly id: number
  readonly codePoints: readonly number[]
  /** In 1/1000 em: the pen's move, and where the glyph sits beside the pen (marks). */
  readonly advance: number
  readonly width: number
  readonly dx: number
  readonly dy: number
}

export interface ShapedText {
  readonly glyphs: readonly ShapedGlyph[]
  /** Sum of the advances, in 1/1000 em. */
  readonly advance: number
}

/** In order of preference: the house face, then the faces that lend it the letters it lacks. */
const FILES: Readonly<Record<Weight, readonly string[]>> = {
  regular: [
    'atkinson-hyperlegible/400Regular/AtkinsonHyperlegible_400Regular.ttf',
    'noto-sans/400Regular/NotoSans_400Regular.ttf',
    'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
    'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
    'noto-sans-georgian/400Regular/NotoSansGeorgian_400Regular.ttf',
    'noto-sans-armenian/400Regular/NotoSansArmenian_400Regular.ttf',
  ],
  bold: [
    'atkinson-hyperlegible/700Bold/AtkinsonHyperlegible_700Bold.ttf',
    'noto-sans/700Bold/NotoSans_700Bold.ttf',
    'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
    'noto-sans-hebrew/700Bold/NotoSansHebrew_700Bold.ttf',
    'noto-sans-georgian/700Bold/NotoSansGeorgian_700Bold.ttf',
    'noto-sans-armenian/700Bold/NotoSansArmenian_700Bold.ttf',
  ],
}

const SHAPED_LIMIT = 4000
const parsed = new Map<string, Typeface>()

/** A face of one weight by rank, 0 the most wanted. Parsed when first asked for: most names need only the first. */
export function typeface(weight: Weight, rank: number): Typeface | undefined {
  const file = FILES[weight][rank]
  if (file === undefined) return undefined
  const known = parsed.get(file)
  if (known) return known
  const font = create(readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${file}`))))
  if (!('layout' in font)) throw new Error(`${file} is a collection, not a font`)
  keepCodePointsApart(font)
  const made: Typeface = {
    name: font.postscriptName ?? 'Font',
    resource: `${weight === 'bold' ? 'B' : 'R'}${rank}`,
    font,
    scale: 1000 / font.unitsPerEm,
    shaped: new Map(),
    covered: new Map(),
  }
  parsed.set(file, made)
  return made
}

/**
 * fontkit keeps one object per glyph with the code points of whoever asked first: ị, set as an i and a dot, would read
 * as i ever after, and a letter first met while subsetting would lose its script. Here each caller gets its own.
 */
function keepCodePointsApart(font: Font): void {
  const shared = font.getGlyph.bind(font)
  font.getGlyph = (id, codePoints) => {
    const glyph = shared(id, codePoints)
    if (glyph === null || codePoints === undefined || same(glyph.codePoints, codePoints)) return glyph
    return Object.create(glyph, { codePoints: { value: [...codePoints] } }) as Glyph
  }
}

const same = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((value, index) => value === other[index])

/** Whether a face can print a code point. */
export function hasGlyph(face: Typeface, codePoint: number): boolean {
  const known = face.covered.get(codePoint)
  if (known !== undefined) return known
  const found = face.font.hasGlyphForCodePoint(codePoint)
  face.covered.set(codePoint, found)
  return found
}

/** Every face of a weight, most wanted first. */
export const faces = (weight: Weight): Typeface[] =>
  FILES[weight].flatMap((_, rank) => typeface(weight, rank) ?? [])

/**
 * Shapes one run (ligatures, joined Arabic letters, placed marks, kerning). Glyphs come in visual order, left to right,
 * whatever the direction of the text. Results are cached: a network prints the same words all day.
 */
export function shape(face: Typeface, text: string, rightToLeft: boolean): ShapedText {
  const key = (rightToLeft ? '<' : '>') + text
  const known = face.shaped.get(key)
  if (known) return known
  const run = face.font.layout(text, null, null, null, rightToLeft ? 'rtl' : 'ltr')
  const glyphs = run.glyphs.map((glyph, index): ShapedGlyph => {
    const position = run.positions?.[index]
    return {
      id: glyph.id,
      codePoints: glyph.codePoints,
      advance: (position?.xAdvance ?? glyph.advanceWidth) * face.scale,
      width: glyph.advanceWidth * face.scale,
      dx: (position?.xOffset ?? 0) * face.scale,
      dy: (position?.yOffset ?? 0) * face.scale,
    }
  })
  const result = { glyphs, advance: glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) }
  if (face.shaped.size >= SHAPED_LIMIT) face.shaped.clear()
  face.shaped.set(key, result)
  return result
}
