/** Colours of the house, as a picture writes them (DESIGN, section 8). */
export const COLOURS = {
  paper: '#FBF8F3',
  ink: '#14213D',
  white: '#FFFFFF',
  teal: '#0F766E',
  sun: '#F2A65A',
  amber: '#B45309',
  slate: '#475569',
  mist: '#DCE3EE',
  rule: '#E2DDD3',
} as const
export type Colour = (typeof COLOURS)[keyof typeof COLOURS]

export interface Picture {
  /** Pixels of the user's own measure; a picture is drawn at any size. */
  readonly width: number
  readonly height: number
  /** BCP 47, of the words in it. */
  readonly language: string
  /** What it is called, and what it says to whoever does not see it. */
  readonly title: string
  readonly description: string
  /** What is drawn, in order. */
  readonly parts: readonly string[]
}

/**
 * A picture as an SVG document that asks for nothing: no font, no script, no address of another file. Everything written in
 * it is drawn as outlines; its title and description say the same in words.
 */
export function svgOf({ width, height, language, title, description, parts }: Picture): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
    `role="img" aria-labelledby="title description" xml:lang="${language}">` +
    `<title id="title">${escapeXml(title)}</title><desc id="description">${escapeXml(description)}</desc>` +
    `${parts.join('')}</svg>`
  )
}

/** Text between tags. Characters that no XML document may hold (XML 1.0, 2.2) are left out: nobody sees them either way. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}

export const rect = (
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  fill: Colour,
  radius = 0,
): string =>
  `<rect x="${num(box.x)}" y="${num(box.y)}" width="${num(box.width)}" height="${num(box.height)}"` +
  `${radius > 0 ? ` rx="${num(radius)}"` : ''} fill="${fill}"/>`

/** A number with as many digits as an eye can tell apart. */
export const num = (value: number): string => String(Math.round(value * 100) / 100)
