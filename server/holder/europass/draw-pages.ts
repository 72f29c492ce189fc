import type { PassportContent } from '../../issuer/credentials/index.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Translate } from '../../platform/i18n/index.ts'
import { describeStay, publicUrlOf, scanUrl } from '../passports/index.ts'
import { arches, COLOURS, drawQr, drawText, fitText, rect, svgOf } from '../pictures/index.ts'
import { competenceRow, ROW } from './draw-row.ts'

/** A4 at 150 points an inch. */
export const PAGE = { width: 1240, height: 1754 } as const
const MARGIN = 96
const WIDTH = PAGE.width - 2 * MARGIN
const FIRST_BAND = 420
const OTHER_BAND = 150
const FOOT = PAGE.height - 260

interface Words {
  readonly t: Translate
  readonly locale: Locale
}

/**
 * The pages that the Union's viewer shows for the file, as SVG: name, stays, competences with level and voices, and where the
 * original is checked. They say that they are a copy.
 */
export function drawPages(content: PassportContent, { t, locale }: Words): string[] {
  const rows = content.competences
  const onFirst = Math.floor((FOOT - FIRST_BAND - 110) / ROW)
  const onOthers = Math.floor((FOOT - OTHER_BAND - 110) / ROW)
  const pages = [rows.slice(0, onFirst)]
  for (let from = onFirst; from < rows.length; from += onOthers) pages.push(rows.slice(from, from + onOthers))
  return pages.map((shown, index) => {
    const band = index === 0 ? FIRST_BAND : OTHER_BAND
    return svgOf({
      ...PAGE,
      language: locale,
      title: t('europass.pictureTitle', { name: content.holderName }),
      description: t('europass.pictureDescription', {
        name: content.holderName,
        stays: staysOf(content, { t, locale }).join('. '),
        skills: shown.flatMap(({ competence }) => competence?.label ?? []).join(', '),
      }),
      parts: [
        rect({ x: 0, y: 0, ...PAGE }, COLOURS.white),
        head(content, band, { t, locale }),
        shown.length === 0 ? '' : heading(t('europass.skills'), band + 36),
        ...shown.map((row, place) =>
          competenceRow(row, { x: MARGIN, top: band + 98 + place * ROW, width: WIDTH }, t),
        ),
        foot(content, t),
        pages.length === 1 ? '' : number(t('europass.pageOf', { page: index + 1, pages: pages.length })),
      ],
    })
  })
}

function staysOf(content: PassportContent, { t, locale }: Words): string[] {
  return content.stays.map((stay) => {
    const { what, where, when } = describeStay(stay, locale, t)
    return `${what} · ${where} · ${when}`
  })
}

/** One stay has a line for each thing that is said of it; of several, each has as few as it needs. */
function stayLines(content: PassportContent, { t, locale }: Words): string[] {
  const [only, ...others] = content.stays
  if (only === undefined || others.length > 0) return staysOf(content, { t, locale })
  const { what, where, when } = describeStay(only, locale, t)
  return [what, where, when]
}

function head(content: PassportContent, height: number, { t, locale }: Words): string {
  const ground = rect({ x: 0, y: 0, width: PAGE.width, height }, COLOURS.ink)
  const eyebrow = fitText(t('europass.documentTitle').toLocaleUpperCase(locale), {
    width: 760,
    height: 36,
    weight: 'bold',
    size: 28,
    tracking: 0.05,
  })
  const isFirst = height === FIRST_BAND
  const name = fitText(content.holderName, {
    width: isFirst ? WIDTH : 760,
    height: isFirst ? 130 : 56,
    weight: 'bold',
    size: isFirst ? 68 : 40,
    lead: 1.08,
  })
  const top = isFirst ? 60 : 28
  const ornament = arches({ right: PAGE.width, top: 0, bottom: height }, isFirst ? 1.5 : 0.9)
  const stays = isFirst
    ? drawText(
        fitText(stayLines(content, { t, locale }).join('\n'), {
          width: 760,
          height: height - top - eyebrow.height - name.height - 70,
          weight: 'regular',
          size: 30,
          lead: 1.3,
        }),
        MARGIN,
        top + eyebrow.height + name.height + 30,
        COLOURS.mist,
      )
    : ''
  return (
    ground +
    ornament +
    drawText(eyebrow, MARGIN, top, COLOURS.sun) +
    drawText(name, MARGIN, top + eyebrow.height + 10, COLOURS.white) +
    stays
  )
}

const heading = (text: string, top: number): string =>
  drawText(fitText(text, { width: WIDTH, height: 44, weight: 'bold', size: 34 }), MARGIN, top, COLOURS.teal)

function foot(content: PassportContent, t: Translate): string {
  const address = scanUrl(publicUrlOf(content.url), 'v', content.code)
  const qr = drawQr(address.qr, { right: PAGE.width - MARGIN, top: FOOT + 10, most: 190 })
  const width = WIDTH - qr.side - 40
  const copy = fitText(t('europass.unsigned'), { width, height: 70, weight: 'regular', size: 28 })
  const printed = fitText(address.printed, { width, height: 44, weight: 'bold', size: 30 })
  return (
    qr.svg +
    drawText(copy, MARGIN, FOOT + 44, COLOURS.slate) +
    drawText(printed, MARGIN, FOOT + 52 + copy.height, COLOURS.ink)
  )
}

function number(text: string): string {
  const set = fitText(text, { width: 300, height: 30, weight: 'regular', size: 22 })
  return drawText(set, MARGIN, PAGE.height - 56, COLOURS.slate)
}
