import { fontName, glyphCode } from './font-shelf.ts'
import type { Colour } from './palette.ts'
import { utf16 } from './pdf-file.ts'
import type { Line, Run, SetText, TextStyle } from './set-text.ts'
import { at, flip, num, paint, type Sheet } from './sheet.ts'
import { shape, typeface, type Typeface } from './typefaces.ts'
import type { UsualLine } from './usual-line.ts'

/** Draws a set text; returns the y under its last line. */
export function drawText(sheet: Sheet, text: SetText, x: number, top: number, colour: Colour): number {
  for (const character of text.missing) sheet.missing.add(character)
  text.lines.forEach((line, index) => {
    drawLine(sheet, line, text.style, x, baseline(text.style, top + index * text.style.leading), colour)
  })
  return top + text.height
}

/** Where the letters stand in a line of this style whose top is at `top` (Atkinson: 0.95 em above, 0.29 em under). */
export const baseline = (style: TextStyle, top: number): number =>
  top + (style.leading - 1.24 * style.size) / 2 + 0.95 * style.size

function drawLine(sheet: Sheet, line: Line, style: TextStyle, x: number, y: number, colour: Colour): void {
  if (line.usual !== undefined) {
    drawUsual(sheet, line.usual, style, x, y, colour)
    return
  }
  let pen = x
  for (const run of line.runs) {
    // right-to-left runs need no ActualText: readers put glyphs in visual order right themselves, and PDFium would turn
    // a logical ActualText round once more
    if (run.face) drawRun(sheet, run, style, pen, y, colour)
    else {
      sheet.operators.push(`/Span <</ActualText <FEFF${utf16(run.text)}>>> BDC`)
      drawSubstitute(sheet, style, pen, y, colour)
      // readers hang the text of a span on its glyphs: a space gives them one
      drawRun(sheet, spaceOf(style), style, pen, y, colour)
      sheet.operators.push('EMC')
    }
    pen += run.width
  }
}

/** Most lines: one operator. Space between letters (`Tc`) outlasts a text object, and is taken back. */
function drawUsual(
  sheet: Sheet,
  { face, operand }: UsualLine,
  { size, tracking }: TextStyle,
  x: number,
  y: number,
  colour: Colour,
): void {
  const [spaced, tight] = tracking === undefined ? ['', ''] : [` ${num(tracking)} Tc`, ' 0 Tc']
  const font = `/${fontName(sheet.shelf, face)} ${num(size)} Tf`
  sheet.operators.push(`BT ${colour} rg ${font}${spaced} ${at(x, y)} Td ${operand} TJ${tight} ET`)
}

function spaceOf(style: TextStyle): Run {
  const face = typeface(style.weight, 0)
  if (!face) throw new Error('no house face')
  return { text: ' ', level: 0, face, shaped: shape(face, ' ', false), width: 0 }
}

/**
 * Letters with kerning in one `TJ` array, then what sits above or below them. A mark that is only ink (the dots some
 * fonts set apart from their letter) is drawn as a shape: as text it would cut the word in pieces for whoever
 * searches or copies it.
 */
function drawRun(sheet: Sheet, run: Run, style: TextStyle, x: number, y: number, colour: Colour): void {
  const { face } = run
  if (!face) return
  const em = style.size / 1000
  const tracking = (style.tracking ?? 0) / em
  const begin = `BT ${colour} rg /${fontName(sheet.shelf, face)} ${num(style.size)} Tf`
  const marks: string[] = []
  let array = ''
  let pen = 0
  let written = 0
  for (const glyph of run.shaped.glyphs) {
    const place = { x: x + (pen + glyph.dx) * em, y: y - glyph.dy * em }
    if (glyph.codePoints.length === 0)
      marks.push(`${colour} rg ${glyphOutline(face, glyph.id, place, style.size)} f`)
    else if (glyph.dy !== 0)
      marks.push(`${begin} ${at(place.x, place.y)} Td <${glyphCode(sheet.shelf, face, glyph)}> Tj ET`)
    else {
      const move = pen + glyph.dx - written
      if (Math.abs(move) >= 0.5) array += ` ${Math.round(-move)} `
      array += `<${glyphCode(sheet.shelf, face, glyph)}>`
      written = pen + glyph.dx + glyph.width
    }
    pen += glyph.advance + tracking
  }
  sheet.operators.push(`${begin} ${at(x, y)} Td [${joined(array)}] TJ ET`, ...marks)
}

/** A glyph's outline as path operators; its quadratic curves become cubic ones. */
function glyphOutline(face: Typeface, id: number, origin: { x: number; y: number }, size: number): string {
  const em = (size * face.scale) / 1000
  const point = (x: number, y: number) => at(origin.x + x * em, origin.y - y * em)
  let [fromX, fromY] = [0, 0]
  const operators = (face.font.getGlyph(id)?.path.commands ?? []).map(({ command, args }) => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args
    const [startX, startY] = [fromX, fromY]
    const [endX, endY] = [args.at(-2) ?? fromX, args.at(-1) ?? fromY]
    fromX = endX
    fromY = endY
    if (command === 'moveTo') return `${point(a, b)} m`
    if (command === 'lineTo') return `${point(a, b)} l`
    if (command === 'bezierCurveTo') return `${point(a, b)} ${point(c, d)} ${point(e, f)} c`
    if (command === 'closePath') return 'h'
    const near = (from: number, control: number) => from + (2 / 3) * (control - from)
    return `${point(near(startX, a), near(startY, b))} ${point(near(c, a), near(d, b))} ${point(c, d)} c`
  })
  return operators.join(' ')
}

/** `<0001><0002>` says the same as `<00010002>`, in fewer bytes. */
const joined = (array: string): string => array.replaceAll('><', '')

/** What stands for a character that no face has: a crossed box, never a silent blank. */
function drawSubstitute(sheet: Sheet, style: TextStyle, x: number, y: number, colour: Colour): void {
  const side = 0.62 * style.size
  const left = x + 0.08 * style.size
  const line = Math.max(0.6, style.size * 0.06)
  const box = `${num(left)} ${num(flip(y))} ${num(side)} ${num(side)} re`
  const cross = `${at(left, y)} m ${at(left + side, y - side)} l ${at(left, y - side)} m ${at(left + side, y)} l`
  paint(sheet, `${box} ${cross}`, { stroke: colour, width: line })
}
