import { encodeQr, qrRects, QUIET_ZONE } from '../../platform/qr/index.ts'
import { COLOURS, rect } from './picture.ts'

/** A QR symbol on white with its quiet zone, each module as many whole pixels as there is room for; and how wide it came out. */
export function drawQr(
  text: string,
  place: { readonly right: number; readonly top: number; readonly most: number },
): { readonly svg: string; readonly side: number } {
  const symbol = encodeQr(text)
  const modules = symbol.size + 2 * QUIET_ZONE
  const module = Math.max(1, Math.floor(place.most / modules))
  const side = modules * module
  const path = qrRects(symbol)
    .map(({ x, y, width, height }) => {
      const [left, top] = [(x + QUIET_ZONE) * module, (y + QUIET_ZONE) * module]
      return `M${left} ${top}h${width * module}v${height * module}h${-width * module}z`
    })
    .join('')
  const svg =
    rect({ x: place.right - side, y: place.top, width: side, height: side }, COLOURS.white) +
    `<path transform="translate(${place.right - side} ${place.top})" fill="#000" shape-rendering="crispEdges" d="${path}"/>`
  return { svg, side }
}
