import { create } from 'qrcode'
import { segmentsOf } from './segments.ts'

/** A QR symbol: `dark(row, column)` over `size` modules a side, quiet zone not included. */
export interface QrSymbol {
  readonly size: number
  readonly dark: (row: number, column: number) => boolean
}

/** Modules of white around a symbol (ISO/IEC 18004, 5.3.8). */
export const QUIET_ZONE = 4

/**
 * One mask for every symbol. Trying all eight for the best pattern takes two thirds of the time of encoding; over 600 of
 * our addresses this one comes closest to it (penalty 716 on average, 645 for the best of each; ISO/IEC 18004, 7.8.3).
 */
const MASK = 7

/**
 * Encodes a text at error correction level Q (a quarter of the symbol may be lost to a crease or a stamp), in the modes of
 * its {@link segmentsOf}.
 */
export function encodeQr(text: string): QrSymbol {
  const { modules } = create([...segmentsOf(text)], { errorCorrectionLevel: 'Q', maskPattern: MASK })
  return { size: modules.size, dark: (row, column) => modules.get(row, column) === 1 }
}

export interface QrRect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The dark modules as few rectangles: rows of modules, joined downwards where they are alike. */
export function qrRects({ size, dark }: QrSymbol): QrRect[] {
  const rects: { x: number; y: number; width: number; height: number }[] = []
  // of the row above: the rectangle that begins in a column and reaches down to it
  let above: ((typeof rects)[number] | undefined)[] = []
  for (let row = 0; row < size; row++) {
    const here: typeof above = []
    for (let column = 0; column < size; column++) {
      const x = column
      while (column < size && dark(row, column)) column++
      const width = column - x
      if (width === 0) continue
      const joined = above[x]?.width === width ? above[x] : undefined
      const rect = joined ?? { x, y: row, width, height: 0 }
      if (joined === undefined) rects.push(rect)
      rect.height++
      here[x] = rect
    }
    above = here
  }
  return rects
}

/** The symbol as an SVG of one path with its quiet zone: crisp at any size on a telephone's screen. */
export function qrSvg(text: string, label: string): string {
  const symbol = encodeQr(text)
  const side = symbol.size + 2 * QUIET_ZONE
  const path = qrRects(symbol)
    .map(({ x, y, width, height }) => `M${x + QUIET_ZONE} ${y + QUIET_ZONE}h${width}v${height}h-${width}z`)
    .join('')
  const title = label.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" role="img" aria-label="${title}" ` +
    `shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${path}"/></svg>`
  )
}
