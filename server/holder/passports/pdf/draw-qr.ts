import { INK, WHITE } from './palette.ts'
import { encodeQr, QUIET_ZONE, qrRects } from '../../../platform/qr/index.ts'
import { at, fillRect, MM, type Sheet } from './sheet.ts'

/** Width of every printed code with its quiet zone: 38 mm, so that a module is at least 0.5 mm (to 68 modules). */
export const QR_WIDTH = 38 * MM

/** A QR code as vectors: the dark modules in one path, on white. */
export function drawQr(text: string, width = QR_WIDTH) {
  const symbol = encodeQr(text)
  const module = width / (symbol.size + 2 * QUIET_ZONE)
  const quiet = QUIET_ZONE * module
  return {
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
