import { INK, WHITE } from './palette.ts'
import { encodeQr, QUIET_ZONE, qrRects, type QrSymbol } from '../../../platform/qr/index.ts'
import { at, fillRect, MM, type Sheet } from './sheet.ts'

/** Width of a printed code with its quiet zone, at least: 38 mm. */
export const QR_WIDTH = 38 * MM
/** At most: 45 mm, room for version 16 (81 modules and the quiet zone). */
export const MAX_QR_WIDTH = 45 * MM
/** A module is this wide, so that an ordinary telephone sees four of its pixels in it from a hand's breadth away. */
const MODULE = 0.5 * MM

/** How wide a symbol is printed with its quiet zone, in points: half a millimetre a module, between 38 and 45 mm. */
export function qrSide({ size }: QrSymbol): number {
  return Math.min(Math.max(QR_WIDTH, (size + 2 * QUIET_ZONE) * MODULE), MAX_QR_WIDTH)
}

/** A QR code as vectors: the dark modules in one path, on white. As wide as {@link qrSide} unless told. */
export function drawQr(text: string, side?: number) {
  const symbol = encodeQr(text)
  const width = side ?? qrSide(symbol)
  const module = width / (symbol.size + 2 * QUIET_ZONE)
  const quiet = QUIET_ZONE * module
  return {
    /** Points. */
    width,
    /** Points of white on each side. */
    quiet,
    /** Points. */
    module,
    draw(sheet: Sheet, x: number, top: number): void {
      fillRect(sheet, WHITE, x, top, width, width)
      const path = qrRects(symbol).map(({ x, y, width, height }) => `${x} ${y} ${width} ${height} re`)
      // a unit is a module, and y grows downwards: the path is whole numbers
      const scale = module.toFixed(5)
      const place = `${scale} 0 0 -${scale} ${at(x + quiet, top + quiet)} cm`
      sheet.operators.push(`q ${place} ${INK} rg ${path.join(' ')} f Q`)
    },
  }
}
