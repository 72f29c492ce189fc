import { drawArches, roundedRect } from '../pdf/marks.ts'
import { INK, MIST, SUN, WHITE } from '../pdf/palette.ts'
import { drawText } from '../pdf/draw-text.ts'
import type { TextStyle } from '../pdf/set-text.ts'
import { artifact, node, paint, tagged, type Sheet, type StructureNode } from '../pdf/sheet.ts'
import { eyebrowOf } from './cover.ts'
import { describeStay } from './describe-stay.ts'
import type { Telling } from './frame.ts'
import { setName } from './names.ts'
import {
  PANEL_COUNTRY,
  PANEL_EYEBROW,
  PANEL_HEIGHT,
  PANEL_NAME_SIZES,
  PANEL_STAY,
  PANEL_STAY_SMALL,
  PANEL_WIDTH,
} from './styles.ts'
import { inEach, setParagraph, type Passage } from './tongues.ts'

/** The card stands free of the folds, where toner breaks, and of the edges, which office printers leave white. */
const INSET = 16
const RADIUS = 12
const PADDING = 20
const LEFT = INSET + PADDING
const WIDTH = PANEL_WIDTH - 2 * LEFT
const BOTTOM = PANEL_HEIGHT - INSET
/** How a cover is set: its letters, and the arches at its foot, in points. */
interface CoverLook {
  readonly country: TextStyle
  readonly stay: TextStyle
  readonly small: TextStyle
  readonly gap: number
  readonly arches: { readonly scale: number; readonly height: number }
}

/** Large while every stay fits; else small, for as many as fit. */
const LARGE: CoverLook = {
  country: PANEL_COUNTRY,
  stay: PANEL_STAY,
  small: PANEL_STAY_SMALL,
  gap: 14,
  arches: { scale: 1.3, height: 104 },
}
const SMALL: CoverLook = {
  country: { ...PANEL_COUNTRY, size: 11.5, leading: 15.5 },
  stay: { ...PANEL_STAY, size: 9.2, leading: 12.6 },
  small: { ...PANEL_STAY_SMALL, size: 8, leading: 11 },
  gap: 9,
  arches: { scale: 0.7, height: 58 },
}

export interface BookletCover {
  /** Whether every stay is told; if not, they are all told inside. */
  readonly tellsAll: boolean
  draw(sheet: Sheet): void
}

/** The booklet's front: whose it is, where they were, how long. Every stay while there is room. */
export function setBookletCover(telling: Telling, root: StructureNode): BookletCover {
  const { content, tongues } = telling
  const eyebrow = setParagraph(eyebrowOf(telling), { parent: root }, [PANEL_EYEBROW], WIDTH)
  const name = setName(content.holderName, PANEL_NAME_SIZES, WIDTH)
  const heading = node('H1', root)
  const top = INSET + PADDING + 4
  const staysTop = top + eyebrow.height + 9 + name.height + 20
  const fitting = (look: CoverLook) => ({ look, told: fittingStays(telling, look, staysTop) })
  const large = fitting(LARGE)
  const { look, told } = large.told.length === content.stays.length ? large : fitting(SMALL)
  const left = content.stays.length - told.length
  const stays = told.map((lines) => {
    const parent = node('Sect', root)
    return lines.map((set) => set(parent))
  })
  const words = inEach(tongues, ({ t }) => t('passport.moreStays', { count: left }))
  const more = left === 0 ? undefined : setParagraph(words, { parent: root }, [look.small], WIDTH)
  return {
    tellsAll: left === 0,
    draw(sheet) {
      artifact(sheet, () => drawCard(sheet, look))
      let y = eyebrow.draw(sheet, LEFT, top, [SUN, MIST]) + 9
      tagged(sheet, heading, () => drawText(sheet, name, LEFT, y, WHITE))
      y = staysTop
      for (const lines of stays) {
        lines.forEach((line, index) => {
          y = line.draw(sheet, LEFT, y, index === 0 ? [WHITE, SUN] : [MIST, MIST])
        })
        y += look.gap
      }
      more?.draw(sheet, LEFT, y - look.gap + 4, [MIST, MIST])
    },
  }
}

type SetLine = (parent: StructureNode) => Passage

/** The newest stays as far as there is room for them whole; none when not even the first fits. */
function fittingStays(telling: Telling, look: CoverLook, top: number): SetLine[][] {
  // a line is kept for how many more there are
  const room = BOTTOM - look.arches.height - look.small.leading - top
  const told: SetLine[][] = []
  let height = 0
  for (const stay of telling.content.stays) {
    const lines = stayLines(stay, telling, look)
    const probe = node('Sect')
    height += lines.reduce((sum, set) => sum + set(probe).height, told.length === 0 ? 0 : look.gap)
    if (height > room) break
    told.push(lines)
  }
  return told
}

function stayLines(stay: Telling['content']['stays'][number], telling: Telling, look: CoverLook): SetLine[] {
  const { tongues, locale, t } = telling
  const { what, host, when, programme } = describeStay(stay, locale, t)
  const country = inEach(tongues, (tongue) => describeStay(stay, tongue.language, tongue.t).country)
  const [, second] = tongues
  const line =
    (text: string, style = look.stay): SetLine =>
    (parent) =>
      setParagraph([{ text }], { parent }, [style], WIDTH)
  return [
    (parent) => setParagraph(country, { parent }, [look.country, look.stay], WIDTH),
    line(what),
    ...(host === '' ? [] : [line(host)]),
    line(when),
    ...(second === undefined
      ? []
      : [
          (parent: StructureNode) => {
            const words = {
              text: describeStay(stay, second.language, second.t).when,
              language: second.language,
            }
            return setParagraph([words], { parent }, [look.small], WIDTH)
          },
        ]),
    ...(programme === undefined ? [] : [line(programme, look.small)]),
  ]
}

function drawCard(sheet: Sheet, { arches }: CoverLook): void {
  const card = roundedRect(INSET, INSET, PANEL_WIDTH - 2 * INSET, BOTTOM - INSET, {
    top: RADIUS,
    bottom: RADIUS,
  })
  paint(sheet, card, { fill: INK })
  // the arches end where the card does, round its corner too
  sheet.operators.push(`q ${card} W n`)
  drawArches(
    sheet,
    { right: PANEL_WIDTH - INSET + 26, bottom: BOTTOM, height: arches.height + 20 },
    arches.scale,
  )
  sheet.operators.push('Q')
}
