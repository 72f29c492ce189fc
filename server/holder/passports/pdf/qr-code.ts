import { create } from 'qrcode'

/** A QR symbol: `dark(row, column)` over `size` modules a side, quiet zone not included. */
export interface QrSymbol {
  readonly size: number
  readonly dark: (row: number, column: number) => boolean
}

/** Modules of white around a symbol (ISO/IEC 18004, 5.3.8). */
export const QUIET_ZONE = 4

const ALPHANUMERIC = /^[0-9A-Z $%*+\-./:]*$/

/**
 * Encodes a text at error correction level Q (a quarter of the symbol may be lost to a crease or a stamp), in the
 * alphanumeric mode when every character allows it, else as bytes.
 */
export function encodeQr(text: string): QrSymbol {
  const segment = ALPHANUMERIC.test(text)
    ? ({ data: text, mode: 'alphanumeric' } as const)
    : ({ data: new TextEncoder().encode(text), mode: 'byte' } as const)
  const { modules } = create([segment], { errorCorrectionLevel: 'Q' })
  return { size: modules.size, dark: (row, column) => modules.get(row, column) === 1 }
}

export interface QrRect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The dark modules as few rectangles: rows of modules, joined downwards where they are alike. */
export function qrRects(symbol: QrSymbol): QrRect[] {
  const open = new Map<string, { x: number; y: number; width: number; height: number }>()
  const rects: QrRect[] = []
  for (let row = 0; row < symbol.size; row++) {
    const here = new Set<string>()
    for (let column = 0; column < symbol.size; column++) {
      const x = column
      while (column < symbol.size && symbol.dark(row, column)) column++
      if (column === x) continue
      const key = `${x} ${column}`
      here.add(key)
      const above = open.get(key)
      if (above) above.height++
      else {
        const rect = { x, y: row, width: column - x, height: 1 }
        open.set(key, rect)
        rects.push(rect)
      }
    }
    for (const key of open.keys()) if (!here.has(key)) open.delete(key)
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
