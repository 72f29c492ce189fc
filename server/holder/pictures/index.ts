// Pictures for screens, drawn by ourselves: the same look as on paper, as SVG and as PNG.
export { arches, dots, dotsWidth, voiceMark, VOICE_MARK_WIDTH } from './marks.ts'
export { COLOURS, rect, svgOf, type Picture } from './picture.ts'
export { drawQr } from './draw-qr.ts'
export { drawText } from './draw-text.ts'
export { fitText, type Room } from './fit-text.ts'
export { picturePng } from './picture-png.ts'
export { COSTS, createPictureBudget } from './picture-budget.ts'
