import { AMBER, SUN, TEAL, WHITE } from './palette.ts'
import { at, num, paint, type Sheet } from './sheet.ts'

export type Voice = 'declared' | 'attested' | 'confirmed'

/** A circle as four Bézier curves. */
export function circle(x: number, y: number, radius: number): string {
  const k = radius * 0.5523
  return [
    `${at(x + radius, y)} m`,
    `${at(x + radius, y + k)} ${at(x + k, y + radius)} ${at(x, y + radius)} c`,
    `${at(x - k, y + radius)} ${at(x - radius, y + k)} ${at(x - radius, y)} c`,
    `${at(x - radius, y - k)} ${at(x - k, y - radius)} ${at(x, y - radius)} c`,
    `${at(x + k, y - radius)} ${at(x + radius, y - k)} ${at(x + radius, y)} c h`,
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

/** Levels as dots: filled up to the level, open above it. Different shapes, so that they survive a grey printer. */
export function drawDots(sheet: Sheet, level: number, max: number, x: number, y: number): void {
  for (let dot = 0; dot < max; dot++) {
    const centre = x + DOT_RADIUS + 0.5 + dot * DOT_STEP
    if (dot < level) paint(sheet, circle(centre, y, DOT_RADIUS + 0.45), { fill: TEAL })
    else paint(sheet, circle(centre, y, DOT_RADIUS), { stroke: TEAL, width: 0.9 })
  }
}

export const VOICE_MARK_WIDTH = 11.5

/** The three voices as three shapes: an open speech bubble, a filled tick, two rings. `y` is the mark's middle. */
export function drawVoice(sheet: Sheet, voice: Voice, x: number, y: number): void {
  if (voice === 'attested') {
    paint(sheet, circle(x + 5.2, y, 5.2), { fill: TEAL })
    const tick = `${at(x + 2.7, y + 0.2)} m ${at(x + 4.5, y + 2)} l ${at(x + 7.8, y - 1.7)} l`
    paint(sheet, tick, { stroke: WHITE, width: 1.3 })
    return
  }
  if (voice === 'confirmed') {
    paint(sheet, `${circle(x + 3.9, y, 3.3)} ${circle(x + 7.7, y, 3.3)}`, { stroke: AMBER, width: 1.25 })
    return
  }
  paint(sheet, speechBubble(x + 0.5, y - 4.8), { stroke: TEAL, width: 1.1 })
}

function speechBubble(x: number, y: number): string {
  const [width, height, r] = [10, 7.2, 2.2]
  return [
    `${at(x + r, y)} m ${at(x + width - r, y)} l`,
    `${at(x + width, y)} ${at(x + width, y)} ${at(x + width, y + r)} c ${at(x + width, y + height - r)} l`,
    `${at(x + width, y + height)} ${at(x + width, y + height)} ${at(x + width - r, y + height)} c`,
    `${at(x + 5.4, y + height)} l ${at(x + 2.6, y + height + 2.6)} l ${at(x + 2.8, y + height)} l ${at(x + r, y + height)} l`,
    `${at(x, y + height)} ${at(x, y + height)} ${at(x, y + height - r)} c ${at(x, y + r)} l`,
    `${at(x, y)} ${at(x, y)} ${at(x + r, y)} c h`,
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
