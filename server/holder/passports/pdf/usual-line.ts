import type { Run } from './set-text.ts'
import type { ShapedGlyph, Typeface } from './typefaces.ts'
import { usualCode, usualLetters } from './usual-letters.ts'

/** A line of usual letters of one house face: drawn with the same operand in every document. */
export interface UsualLine {
  readonly face: Typeface
  /** The array of a `TJ` operator (ISO 32000-1, 9.4.3); extra space between letters is not in it. */
  readonly operand: string
}

/** Undefined for a line that needs another face, another direction or a letter that few passports have. */
export function usualLine(runs: readonly Run[]): UsualLine | undefined {
  const [first] = runs
  if (first?.face === undefined) return undefined
  const { face } = first
  if (runs.some((run) => run.face !== face || run.level !== 0)) return undefined
  const operand = operandOf(
    face,
    runs.flatMap(({ shaped }) => shaped.glyphs),
  )
  return operand === undefined ? undefined : { face, operand }
}

function operandOf(face: Typeface, glyphs: readonly ShapedGlyph[]): string | undefined {
  const letters = usualLetters(face)
  let array = ''
  let pen = 0
  // where the letters written so far leave the pen: their widths and moves are whole numbers in the file
  let written = 0
  for (const glyph of glyphs) {
    const code = usualCode(letters, glyph)
    if (code === undefined || glyph.dy !== 0) return undefined
    const move = Math.round(pen + glyph.dx - written)
    if (move !== 0) array += `>${-move}<`
    array += code
    written += move + Math.round(glyph.width)
    pen += glyph.advance
  }
  return `[<${array}>]`
}
