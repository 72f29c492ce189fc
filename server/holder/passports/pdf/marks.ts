import { AMBER, SUN, TEAL, WHITE } from './palette.ts'
import { at, num, paint, painted, type Sheet } from './sheet.ts'

export type Voice = 'declared' | 'attested' | 'confirmed'

/** A circle as four Bézier curves, in the mark's own measure. */
function circle(x: number, y: number, radius: number): string {
  const k = radius * 0.5523
  return [
    `${own(x + radius, y)} m`,
    `${own(x + radius, y + k)} ${own(x + k, y + radius)} ${own(x, y + radius)} c`,
    `${own(x - k, y + radius)} ${own(x - radius, y + k)} ${own(x - radius, y)} c`,
    `${own(x - radius, y - k)} ${own(x - k, y - radius)} ${own(x, y - radius)} c`,
    `${own(x + k, y - radius)} ${own(x + radius, y - k)} ${own(x + radius, y)} c h`,
  ].join(' ')
}

/** A rectangle whose corners are rounded; `corners` says which ends. */
export function roundedRect(
  x: number,
  y: number,
  width: number,
  height: number,
  radii: { top: number; bottom: number },
): string {
  const { top, bottom } = radii
  const k = 0.4477
  return [
    `${at(x + top, y)} m ${at(x + width - top, y)} l`,
    `${at(x + width - top * k, y)} ${at(x + width, y + top * k)} ${at(x + width, y + top)} c`,
    `${at(x + width, y + height - bottom)} l`,
    `${at(x + width, y + height - bottom * k)} ${at(x + width - bottom * k, y + height)} ${at(x + width - bottom, y + height)} c`,
    `${at(x + bottom, y + height)} l`,
    `${at(x + bottom * k, y + height)} ${at(x, y + height - bottom * k)} ${at(x, y + height - bottom)} c`,
    `${at(x, y + top)} l ${at(x, y + top * k)} ${at(x + top * k, y)} ${at(x + top, y)} c h`,
  ].join(' ')
}

export const DOT_STEP = 9.4
const DOT_RADIUS = 3.2
/** Of the dots of one level with their lines. */
export const DOTS_HEIGHT = 2 * DOT_RADIUS + 1

const dots = new Map<string, string>()

/** Levels as dots: filled up to the level, open above it. Different shapes, so that they survive a grey printer. */
export function drawDots(sheet: Sheet, level: number, max: number, x: number, y: number, scale = 1): void {
  const key = `${level} of ${max}`
  const known = dots.get(key) ?? dotsOf(level, max)
  dots.set(key, known)
  drawMark(sheet, known, x, y, scale)
}

function dotsOf(level: number, max: number): string {
  const centres = Array.from({ length: max }, (_, dot) => DOT_RADIUS + 0.5 + dot * DOT_STEP)
  const filled = centres.slice(0, level).map((x) => circle(x, 0, DOT_RADIUS + 0.45))
  const open = centres.slice(level).map((x) => circle(x, 0, DOT_RADIUS))
  return [
    ...(filled.length > 0 ? [painted(filled.join(' '), { fill: TEAL })] : []),
    ...(open.length > 0 ? [painted(open.join(' '), { stroke: TEAL, width: 0.9 })] : []),
  ].join(' ')
}

/** Draws a mark of its own measure with its origin at a place of the page. */
function drawMark(sheet: Sheet, mark: string, x: number, y: number, scale: number): void {
  const size = num(scale)
  sheet.operators.push(`q ${size} 0 0 ${size} ${at(x, y)} cm ${mark} Q`)
}

/** A point of a mark, from its origin; `y` grows downwards, as everywhere. */
const own = (x: number, y: number): string => `${num(x)} ${num(-y)}`

export const VOICE_MARK_WIDTH = 11.5

/** The three voices as three shapes: an open speech bubble, a filled tick, two rings. `y` is the mark's middle. */
export function drawVoice(sheet: Sheet, voice: Voice, x: number, y: number, scale = 1): void {
  drawMark(sheet, VOICE_MARKS[voice], x, y, scale)
}

const tick = `${own(2.7, 0.2)} m ${own(4.5, 2)} l ${own(7.8, -1.7)} l`
const VOICE_MARKS: Readonly<Record<Voice, string>> = {
  attested: `${painted(circle(5.2, 0, 5.2), { fill: TEAL })} ${painted(tick, { stroke: WHITE, width: 1.3 })}`,
  confirmed: painted(`${circle(3.9, 0, 3.3)} ${circle(7.7, 0, 3.3)}`, { stroke: AMBER, width: 1.25 }),
  declared: painted(speechBubble(0.5, -4.8), { stroke: TEAL, width: 1.1 }),
}

function speechBubble(x: number, y: number): string {
  const [width, height, r] = [10, 7.2, 2.2]
  return [
    `${own(x + r, y)} m ${own(x + width - r, y)} l`,
    `${own(x + width, y)} ${own(x + width, y)} ${own(x + width, y + r)} c ${own(x + width, y + height - r)} l`,
    `${own(x + width, y + height)} ${own(x + width, y + height)} ${own(x + width - r, y + height)} c`,
    `${own(x + 5.4, y + height)} l ${own(x + 2.6, y + height + 2.6)} l ${own(x + 2.8, y + height)} l ${own(x + r, y + height)} l`,
    `${own(x, y + height)} ${own(x, y + height)} ${own(x, y + height - r)} c ${own(x, y + r)} l`,
    `${own(x, y)} ${own(x, y)} ${own(x + r, y)} c h`,
  ].join(' ')
}

/** The only ornament: two arches of a footbridge standing on the lower edge of a band, cut by the band. */
export function drawArches(
  sheet: Sheet,
  band: { right: number; bottom: number; height: number },
  scale = 1,
): void {
  const { right, bottom, height } = band
  const centre = right - 105 * scale
  sheet.operators.push(`q ${at(right - 300, bottom)} 360 ${num(height)} re W n`)
  paint(sheet, arch(centre, bottom, 108 * scale, 66 * scale), { stroke: SUN, width: 7.5 * scale })
  paint(sheet, arch(centre, bottom, 63 * scale, 27 * scale), { stroke: TEAL, width: 7.5 * scale })
  sheet.operators.push('Q')
}

/** Half an ellipse-like arch that continues under its foot, so that the clip cuts it level. */
function arch(centre: number, foot: number, half: number, height: number): string {
  const below = height * 0.14
  return [
    `${at(centre - half - 8, foot + below)} m`,
    `${at(centre - half * 0.56, foot - height * 1.3)} ${at(centre + half * 0.56, foot - height * 1.3)}`,
    `${at(centre + half + 8, foot + below)} c`,
  ].join(' ')
}
