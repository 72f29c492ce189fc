import type { SpokenVoice } from '../passports/index.ts'
import { COLOURS, num } from './picture.ts'

const { teal, sun, amber, white } = COLOURS

/** Width of a mark of a voice at scale 1. */
export const VOICE_MARK_WIDTH = 11.5

const SHAPES: Readonly<Record<SpokenVoice['voice'], string>> = {
  declared:
    `<path d="M2.7-4.8h5.6q2.2 0 2.2 2.2v2.8q0 2.2-2.2 2.2h-2.4l-2.8 2.6 .2-2.6h-.6q-2.2 0-2.2-2.2v-2.8q0-2.2 2.2-2.2z" ` +
    `fill="none" stroke="${teal}" stroke-width="1.1" stroke-linejoin="round"/>`,
  attested:
    `<circle cx="5.2" cy="0" r="5.2" fill="${teal}"/>` +
    `<path d="M2.7 .2l1.8 1.8 3.3-3.7" fill="none" stroke="${white}" stroke-width="1.3" stroke-linecap="round" stroke-linejoin="round"/>`,
  confirmed: `<g fill="none" stroke="${amber}" stroke-width="1.25"><circle cx="3.9" cy="0" r="3.3"/><circle cx="7.7" cy="0" r="3.3"/></g>`,
}

/** The three voices as three shapes: an open speech bubble, a filled tick, two rings. `y` is the mark's middle. */
export const voiceMark = (voice: SpokenVoice['voice'], x: number, y: number, scale: number): string =>
  `<g transform="translate(${num(x)} ${num(y)}) scale(${num(scale)})">${SHAPES[voice]}</g>`

/** Width of so many dots, from the first one's left edge to the last one's right. */
export const dotsWidth = (max: number, radius: number): number =>
  max * 2 * radius + (max - 1) * dotGap(radius)

const dotGap = (radius: number): number => radius * 0.94

/** A level as dots: filled up to it, open above it. `y` is their middle. */
export function dots(level: number, max: number, place: { x: number; y: number; radius: number }): string {
  const { x, y, radius } = place
  const line = radius * 0.24
  return Array.from({ length: max }, (_, dot) => {
    const centre = num(x + radius + dot * (2 * radius + dotGap(radius)))
    return dot < level
      ? `<circle cx="${centre}" cy="${num(y)}" r="${num(radius)}" fill="${teal}"/>`
      : `<circle cx="${centre}" cy="${num(y)}" r="${num(radius - line / 2)}" fill="none" stroke="${teal}" stroke-width="${num(line)}"/>`
  }).join('')
}

/** The only ornament: two arches of a footbridge standing on the lower edge of a band, cut by the band. */
export function arches(band: { right: number; top: number; bottom: number }, scale: number): string {
  const centre = band.right - 105 * scale
  const left = band.right - 300 * scale
  const clip = `M${num(left)} ${num(band.top)}H${num(band.right)}V${num(band.bottom)}H${num(left)}z`
  return (
    `<clipPath id="band"><path d="${clip}"/></clipPath>` +
    `<g clip-path="url(#band)" fill="none" stroke-width="${num(7.5 * scale)}">` +
    `<path stroke="${sun}" d="${arch(centre, band.bottom, 108 * scale, 66 * scale)}"/>` +
    `<path stroke="${teal}" d="${arch(centre, band.bottom, 63 * scale, 27 * scale)}"/></g>`
  )
}

/** It continues under its foot, so that the clip cuts it level. */
function arch(centre: number, foot: number, half: number, height: number): string {
  const below = num(foot + height * 0.14)
  const crown = num(foot - height * 1.3)
  return (
    `M${num(centre - half - 8)} ${below}` +
    `C${num(centre - half * 0.56)} ${crown} ${num(centre + half * 0.56)} ${crown} ${num(centre + half + 8)} ${below}`
  )
}
