import type { ShapedGlyph, Typeface } from './typefaces.ts'
import { hex, usualCode, usualLetters } from './usual-letters.ts'

/** What a document draws of a face beside its usual letters. */
interface Extras {
  /** In the order of their codes, which follow those of the usual letters. One glyph has several codes when it stands
   * for several texts: a letter whose dot is a glyph of its own. */
  readonly glyphs: ShapedGlyph[]
  readonly codeOf: Map<string, string>
}

/** The fonts of one document. */
export interface FontShelf {
  readonly fonts: Map<Typeface, Extras>
}

export const createFontShelf = (): FontShelf => ({ fonts: new Map() })

/** The resource name of a face; the document carries the face from now on. */
export function fontName(shelf: FontShelf, face: Typeface): string {
  extrasOf(shelf, face)
  return face.resource
}

function extrasOf({ fonts }: FontShelf, face: Typeface): Extras {
  const known = fonts.get(face)
  if (known !== undefined) return known
  const made: Extras = { glyphs: [], codeOf: new Map() }
  fonts.set(face, made)
  return made
}

/** The code (four hexadecimal digits) that draws a glyph in this document, and reads as the glyph's own text. */
export function glyphCode(shelf: FontShelf, face: Typeface, glyph: ShapedGlyph): string {
  const usual = usualLetters(face)
  const code = usualCode(usual, glyph)
  if (code !== undefined) return code
  const extras = extrasOf(shelf, face)
  const key = keyOf(glyph)
  const known = extras.codeOf.get(key)
  if (known !== undefined) return known
  const made = hex(usual.glyphs.length + extras.glyphs.length)
  extras.glyphs.push(glyph)
  extras.codeOf.set(key, made)
  return made
}

export const keyOf = ({ id, codePoints }: ShapedGlyph): string => `${id}:${codePoints.join(' ')}`
