import { shape, typeface, type ShapedGlyph, type Typeface } from './typefaces.ts'

/**
 * Characters of nearly every passport in French or English. A house face always carries them, used or not, each under
 * the same code: nearly all passports then share the same font, and a line set once is drawn with the same operands.
 */
const USUAL =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 \u00a0.,:;?()/-–·’«»…@&+_ÀÇÉŒàâçèéêëîïôœùûü'

export interface UsualLetters {
  /** By code. Code 0 is the missing glyph. */
  readonly glyphs: readonly ShapedGlyph[]
  /** By Unicode code point: the glyph that usually stands for it, and its code in hexadecimal. */
  readonly byPoint: ReadonlyMap<number, { readonly id: number; readonly code: string }>
}

/** What a face has for what it lacks: never drawn, and as wide as the face says (ISO 19005-3, 6.2.11.5). */
function missingIn({ font, scale }: Typeface): ShapedGlyph {
  const width = (font.getGlyph(0)?.advanceWidth ?? 0) * scale
  return { id: 0, codePoints: [], advance: width, width, dx: 0, dy: 0 }
}

const known = new Map<Typeface, UsualLetters>()

/** The letters a face always carries; of the faces that lend single letters, nothing is usual. */
export function usualLetters(face: Typeface): UsualLetters {
  const found = known.get(face)
  if (found !== undefined) return found
  const isHouse = face === typeface('regular', 0) || face === typeface('bold', 0)
  const shaped = isHouse ? Array.from(USUAL).flatMap((letter) => shape(face, letter, false).glyphs) : []
  const glyphs = [missingIn(face), ...shaped]
  const byPoint = new Map(
    shaped.map(({ id, codePoints }, index) => [codePoints[0] ?? 0, { id, code: hex(index + 1) }]),
  )
  const made = { glyphs, byPoint }
  known.set(face, made)
  return made
}

/** The code of a glyph where it is a usual letter that reads as itself. */
export function usualCode({ byPoint }: UsualLetters, { id, codePoints }: ShapedGlyph): string | undefined {
  const [point] = codePoints
  if (point === undefined || codePoints.length !== 1) return undefined
  const letter = byPoint.get(point)
  return letter?.id === id ? letter.code : undefined
}

/** A code as four hexadecimal digits. */
export const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0')
