import { INK, MIST, SUN, WHITE } from '../pdf/palette.ts'
import { drawArches } from '../pdf/marks.ts'
import { drawText } from '../pdf/draw-text.ts'
import { artifact, fillRect, node, PAGE_WIDTH, tagged, type Sheet } from '../pdf/sheet.ts'
import { describeStay } from './describe-stay.ts'
import { inCapitals, type Edition, type Telling } from './frame.ts'
import { setName } from './names.ts'
import { CONTENT_WIDTH, EYEBROW, MARGIN, NAME_SIZES, STAY, STAY_SMALL } from './styles.ts'
import { inEach, setInline, setParagraph, type Passage, type Tongue, type Words } from './tongues.ts'

/** The arches take the right; what stands beside them stays clear of their feet. */
const STAY_WIDTH = 318

export interface Cover {
  readonly height: number
  draw(sheet: Sheet): void
}

/** The band at the head of the first page: name, stay, country. It grows with what it has to say. */
export function setCover(edition: Edition): Cover {
  const { content, root } = edition
  const { top, bottom, lowest } = edition.spacing.cover
  const eyebrow = setInline(eyebrowOf(edition), node('P', root), EYEBROW, CONTENT_WIDTH)
  const name = setName(content.holderName, NAME_SIZES, CONTENT_WIDTH)
  const heading = node('H1', root)
  const lines = stayLines(edition)
  const inner = eyebrow.height + 8 + name.height + 12 + lines.reduce((sum, line) => sum + line.height, 0)
  const height = Math.max(lowest, top + inner + bottom)
  return {
    height,
    draw(sheet) {
      artifact(sheet, () => {
        fillRect(sheet, INK, 0, 0, PAGE_WIDTH, height)
        drawArches(sheet, { right: PAGE_WIDTH, bottom: height, height })
      })
      let y = eyebrow.draw(sheet, MARGIN, top, [SUN, MIST]) + 8
      tagged(sheet, heading, () => (y = drawText(sheet, name, MARGIN, y, WHITE) + 12))
      for (const line of lines) y = line.draw(sheet, MARGIN, y, [MIST, MIST])
    },
  }
}

/** Whose passport it is and what it is, in capitals: `PASSERELLE BRETAGNE · PASSEPORT DE COMPÉTENCES`. */
export function eyebrowOf({ content, tongues, locale }: Telling): Words[] {
  const [first, ...others] = inEach(tongues, ({ t }) => t('passport.documentName'))
  const whole = { text: `${content.platform} · ${first?.text ?? ''}` }
  return [whole, ...others].map((words) => inCapitals(words, locale))
}

/** The newest stay: what, where, when. In another language only what that language says otherwise. */
function stayLines(edition: Edition): Passage[] {
  const { content, root, tongues, locale, t } = edition
  const [stay, ...others] = content.stays
  if (stay === undefined) return []
  const { what, where, when, programme } = describeStay(stay, locale, t)
  const style = { ...STAY, leading: edition.spacing.cover.lead }
  const line = (text: string, large = true) =>
    setParagraph([{ text }], { parent: root }, [large ? style : STAY_SMALL], STAY_WIDTH)
  const more = inEach(tongues, (tongue) => tongue.t('passport.moreStays', { count: others.length }))
  return [
    ...[what, where, when].map((text) => line(text)),
    ...tongues
      .slice(1)
      .map((tongue) => setParagraph([abroad(stay, tongue)], { parent: root }, [STAY_SMALL], STAY_WIDTH)),
    ...(programme === undefined ? [] : [line(programme, false)]),
    ...(others.length === 0 ? [] : [setParagraph(more, { parent: root }, [STAY_SMALL], STAY_WIDTH)]),
  ]
}

/** The country, the days and how long, in the other language. */
export function abroad(stay: Telling['content']['stays'][number], { language, t }: Tongue): Words {
  const { country, when } = describeStay(stay, language, t)
  return { text: `${country} · ${when}`, language }
}
