import type { Locale } from '../../kernel/locale.ts'
import type { Translate } from '../../platform/i18n/index.ts'
import {
  describeStay,
  groupCode,
  levelRank,
  publicUrlOf,
  scanUrl,
  voicesOf,
  withoutScheme,
  type SpokenVoice,
} from '../passports/index.ts'
import {
  arches,
  COLOURS,
  dots,
  dotsWidth,
  drawQr,
  drawText,
  fitText,
  rect,
  svgOf,
  voiceMark,
  VOICE_MARK_WIDTH,
} from '../pictures/index.ts'
import type { Badge } from './find-badges.ts'

/** A side of the picture, in pixels. */
export const BADGE_SIDE = 1080
const MARGIN = 72
const WIDTH = BADGE_SIDE - 2 * MARGIN
const BAND = 204
const CORNER = 56
const LEVEL = 600
const VOICES = 682
const FOOT = 740
const QR = { right: BADGE_SIDE - MARGIN, top: FOOT + 24, most: 262 }

/**
 * The badge of one competence: what it is in letters that are read at a fifth of the size, the level in dots and words, who
 * says so in three marks, whose it is, and the code that leads to its verification. Nothing is on it that was not signed.
 */
export function drawBadge(badge: Badge, locale: Locale, t: Translate): string {
  const { content, competence } = badge
  const address = scanUrl(publicUrlOf(content.url), 'v', content.code)
  const voices = voicesOf(competence, t)
  const attested = t('badges.attested', { organisation: content.issuer.name })
  return svgOf({
    width: BADGE_SIDE,
    height: BADGE_SIDE,
    language: locale,
    title: t('badges.pictureTitle', { label: competence.label, level: competence.levelLabel }),
    description: t('badges.pictureDescription', {
      name: content.holderName,
      label: competence.label,
      level: competence.levelLabel,
      rank: levelRank(competence.level),
      max: competence.levelMax,
      voices: voices.map((voice) => spoken(voice, t)).join(', '),
      attested,
      address: address.printed,
    }),
    parts: [
      ground(),
      band(t('badges.eyebrow'), withoutScheme(publicUrlOf(content.url)), locale),
      what(competence.label),
      level(badge),
      who(voices, t),
      foot(badge, attested, { locale, t }),
      check(address.qr, content.code),
    ],
  })
}

/** « attesté », or « déclaré : avec aide » when it is another level than the attested one. */
const spoken = ({ word, otherLevel }: SpokenVoice, t: Translate): string =>
  otherLevel === undefined ? word : t('passport.voiceAt', { voice: word, level: otherLevel })

const ground = (): string =>
  `<clipPath id="card">${rect({ x: 0, y: 0, width: BADGE_SIDE, height: BADGE_SIDE }, COLOURS.paper, CORNER)}</clipPath>` +
  rect({ x: 0, y: 0, width: BADGE_SIDE, height: BADGE_SIDE }, COLOURS.paper, CORNER) +
  rect({ x: MARGIN, y: FOOT, width: WIDTH, height: 3 }, COLOURS.rule)

function band(eyebrow: string, host: string, locale: Locale): string {
  const width = 580
  const kind = fitText(eyebrow.toLocaleUpperCase(locale), {
    width,
    height: 96,
    weight: 'bold',
    size: 38,
    lead: 1.2,
    tracking: 0.05,
  })
  const site = fitText(host, { width, height: 40, weight: 'regular', size: 30 })
  const top = (BAND - kind.height - 10 - site.height) / 2
  return (
    `<g clip-path="url(#card)">${rect({ x: 0, y: 0, width: BADGE_SIDE, height: BAND }, COLOURS.ink)}</g>` +
    arches({ right: BADGE_SIDE, top: 0, bottom: BAND }, 1.7) +
    drawText(kind, MARGIN, top, COLOURS.sun) +
    drawText(site, MARGIN, top + kind.height + 10, COLOURS.mist)
  )
}

function what(label: string): string {
  const name = fitText(label, { width: WIDTH, height: 322, weight: 'bold', size: 112, lead: 1.06 })
  // what is short stands in the middle of its room
  return drawText(name, MARGIN, BAND + 28 + (322 - name.height) / 2, COLOURS.ink)
}

function level({ competence }: Badge): string {
  const radius = competence.levelMax > 4 ? 15 : 18
  const left = MARGIN + dotsWidth(competence.levelMax, radius) + 28
  const words = fitText(competence.levelLabel, {
    width: BADGE_SIDE - MARGIN - left,
    height: 76,
    weight: 'bold',
    size: 46,
  })
  return (
    dots(levelRank(competence.level), competence.levelMax, { x: MARGIN, y: LEVEL, radius }) +
    drawText(words, left, LEVEL - words.height / 2, COLOURS.ink)
  )
}

const MARK = 3.4

/** The voices side by side, each in an equal part of the width: their marks are told apart by shape. */
function who(voices: readonly SpokenVoice[], t: Translate): string {
  const part = WIDTH / voices.length
  return voices
    .map((voice, index) => {
      const x = MARGIN + index * part
      const textX = x + VOICE_MARK_WIDTH * MARK + 14
      const room = { width: x + part - textX - 14, height: 80, weight: 'regular', size: 38 } as const
      const words = fitText(spoken(voice, t), room)
      return (
        voiceMark(voice.voice, x, VOICES, MARK) +
        drawText(words, textX, VOICES - words.height / 2, COLOURS.ink)
      )
    })
    .join('')
}

function foot(
  { content }: Badge,
  attested: string,
  { locale, t }: { readonly locale: Locale; readonly t: Translate },
): string {
  const width = QR.right - QR.most - MARGIN - 32
  const stay = content.mobility && describeStay(content.mobility, locale, t)
  const name = fitText(content.holderName, { width, height: 100, weight: 'bold', size: 50, lead: 1.28 })
  const words = [attested, ...(stay === undefined ? [] : [stay.where, stay.when])]
  const lines = words.map((line) =>
    fitText(line, { width, height: 72, weight: 'regular', size: 31, lead: 1.18 }),
  )
  const height = name.height + lines.reduce((sum, line) => sum + line.height + 6, 0)
  let top = FOOT + 24 + Math.max(0, (BADGE_SIDE - FOOT - 48 - height) / 2)
  const drawn = [drawText(name, MARGIN, top, COLOURS.ink)]
  top += name.height
  for (const line of lines) {
    drawn.push(drawText(line, MARGIN, top + 6, COLOURS.slate))
    top += line.height + 6
  }
  return drawn.join('')
}

/** The code for a camera, and in letters for whoever has none. */
function check(address: string, code: string): string {
  const { svg, side } = drawQr(address, QR)
  const letters = fitText(groupCode(code), { width: side, height: 26, weight: 'bold', size: 26, lead: 1 })
  const left = QR.right - side + (side - (letters.lines[0]?.width ?? 0)) / 2
  return svg + drawText(letters, left, QR.top + side + 8, COLOURS.ink)
}
