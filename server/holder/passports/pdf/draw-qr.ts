import { INK, WHITE } from './palette.ts'
import { encodeQr, QUIET_ZONE, qrRects } from './qr-code.ts'
import { at, fillRect, MM, num, paint, type Sheet } from './sheet.ts'

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
      const path = qrRects(symbol).map((rect) => {
        const bottom = top + quiet + (rect.y + rect.height) * module
        return `${at(x + quiet + rect.x * module, bottom)} ${num(rect.width * module)} ${num(rect.height * module)} re`
      })
      paint(sheet, path.join(' '), { fill: INK })
    },
  }
}
