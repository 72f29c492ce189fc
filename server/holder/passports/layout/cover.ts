import { INK, MIST, SUN, WHITE } from '../pdf/palette.ts'
import { drawArches } from '../pdf/marks.ts'
import { setText, type SetText } from '../pdf/set-text.ts'
import { drawText } from '../pdf/draw-text.ts'
import { artifact, fillRect, node, PAGE_WIDTH, tagged, type Sheet } from '../pdf/sheet.ts'
import { describeStay } from './describe-stay.ts'
import type { Edition } from './frame.ts'
import { CONTENT_WIDTH, EYEBROW, MARGIN, NAME_SIZES, STAY, STAY_SMALL } from './styles.ts'

/** The arches take the right; what stands beside them stays clear of their feet. */
const STAY_WIDTH = 318

export interface Cover {
  readonly height: number
  draw(sheet: Sheet): void
}

/** The band at the head of the first page: name, stay, country. It grows with what it has to say. */
export function setCover(edition: Edition): Cover {
  const { content, locale, t, root } = edition
  const { top, bottom, lowest, lead } = edition.spacing.cover
  const eyebrow = setText(
    t('passport.eyebrow', { platform: content.platform }).toLocaleUpperCase(locale),
    EYEBROW,
    CONTENT_WIDTH,
  )
  const name = setName(content.holderName)
  const [stay, ...others] = content.stays
  const words = stay && describeStay(stay, locale, t)
  const small = [
    words?.programme,
    others.length > 0 ? t('passport.moreStays', { count: others.length }) : undefined,
  ]
  const stays = [
    ...[words?.what, words?.where, words?.when].flatMap((line) =>
      line ? setText(line, { ...STAY, leading: lead }, STAY_WIDTH) : [],
    ),
    ...small.flatMap((line) => (line ? setText(line, STAY_SMALL, STAY_WIDTH) : [])),
  ]
  const inner = eyebrow.height + 8 + name.height + 12 + stays.reduce((sum, line) => sum + line.height, 0)
  const height = Math.max(lowest, top + inner + bottom)
  const paragraphs = {
    eyebrow: node('P', root),
    name: node('H1', root),
    stays: stays.map(() => node('P', root)),
  }
  return {
    height,
    draw(sheet) {
      artifact(sheet, () => {
        fillRect(sheet, INK, 0, 0, PAGE_WIDTH, height)
        drawArches(sheet, { right: PAGE_WIDTH, bottom: height, height })
      })
      let y = top
      tagged(sheet, paragraphs.eyebrow, () => (y = drawText(sheet, eyebrow, MARGIN, y, SUN) + 8))
      tagged(sheet, paragraphs.name, () => (y = drawText(sheet, name, MARGIN, y, WHITE) + 12))
      stays.forEach((line, index) => {
        const paragraph = paragraphs.stays[index]
        if (paragraph) tagged(sheet, paragraph, () => (y = drawText(sheet, line, MARGIN, y, MIST)))
      })
    },
  }
}

/** The largest size at which the name keeps within two lines; the smallest size takes as many as it needs. */
function setName(name: string): SetText {
  const settings = NAME_SIZES.map((style) => setText(name, style, CONTENT_WIDTH))
  const fitting =
    settings.find((set) => set.lines.length === 1) ?? settings.find((set) => set.lines.length <= 2)
  const smallest = settings.at(-1)
  if (!smallest) throw new Error('no size for a name')
  return fitting ?? smallest
}
