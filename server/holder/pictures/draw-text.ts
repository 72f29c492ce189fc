import { baseline, type SetText, type TextRun, type Typeface } from '../passports/index.ts'
import { num, type Colour } from './picture.ts'

/** Draws a text that was set, its first line from `top` down: as outlines, so that it looks the same wherever it is opened. */
export function drawText(text: SetText, x: number, top: number, fill: Colour): string {
  const outlines = text.lines.flatMap((line, index) => {
    const y = baseline(text.style, top + index * text.style.leading)
    let pen = x
    return line.runs.map((run) => {
      const drawn = run.face
        ? drawRun(run, run.face, { x: pen, y }, text.style)
        : crossedBox({ x: pen, y }, text.style.size)
      pen += run.width
      return drawn
    })
  })
  const path = outlines.join('')
  return path === '' ? '' : `<path fill="${fill}" d="${path}"/>`
}

interface Point {
  readonly x: number
  readonly y: number
}

function drawRun({ shaped }: TextRun, face: Typeface, from: Point, style: SetText['style']): string {
  const em = style.size / 1000
  let pen = from.x
  return shaped.glyphs
    .map((glyph) => {
      const at = { x: pen + glyph.dx * em, y: from.y - glyph.dy * em }
      pen += glyph.advance * em + (style.tracking ?? 0)
      return outline(face, glyph.id, at, style.size)
    })
    .join('')
}

const LETTERS = { lineTo: 'l', quadraticCurveTo: 'q', bezierCurveTo: 'c', closePath: 'z' } as const

/** Tenths of the picture's unit: what an eye can tell apart, in a third of the bytes. */
const tenths = (value: number): number => Math.round(value * 10)

/** A glyph's outline, each point from the one before; fonts count upwards, pictures downwards. */
function outline(face: Typeface, id: number, origin: Point, size: number): string {
  const em = (size * face.scale) / 1000
  let path = ''
  let [penX, penY, startX, startY] = [0, 0, 0, 0]
  for (const { command, args } of face.font.getGlyph(id)?.path.commands ?? []) {
    const points: number[] = []
    let [endX, endY] = command === 'closePath' ? [startX, startY] : [penX, penY]
    for (let at = 0; at + 1 < args.length; at += 2) {
      endX = tenths(origin.x + (args[at] ?? 0) * em)
      endY = tenths(origin.y - (args[at + 1] ?? 0) * em)
      points.push(endX - penX, endY - penY)
    }
    if (command === 'moveTo') [startX, startY] = [endX, endY]
    // the first step of an outline says where it begins
    path += command === 'moveTo' ? `M${joined([endX, endY])}` : `${LETTERS[command]}${joined(points)}`
    ;[penX, penY] = [endX, endY]
  }
  return path
}

/** Numbers of tenths, written as short as a path may write them: a sign parts two numbers as well as a space does. */
const joined = (numbers: readonly number[]): string =>
  numbers
    .map((number) => String(number / 10).replace(/^(-?)0\./, '$1.'))
    .join(' ')
    .replaceAll(' -', '-')

/** What stands for a character that no face has: a crossed box, never a silent blank. */
function crossedBox({ x, y }: Point, size: number): string {
  const [left, side, line] = [x + 0.08 * size, 0.62 * size, Math.max(1, size * 0.06)]
  const inner = side - 2 * line
  const frame =
    `M${num(left)} ${num(y)}h${num(side)}v${num(-side)}h${num(-side)}z` +
    `M${num(left + line)} ${num(y - line)}v${num(-inner)}h${num(inner)}v${num(inner)}z`
  const bar = (from: number, by: number) =>
    `M${num(left + from)} ${num(y - line)}l${num(by * inner)} ${num(-inner)}h${num(line)}l${num(-by * inner)} ${num(inner)}z`
  return `${frame}${bar(line, 1)}${bar(side - 2 * line, -1)}`
}
