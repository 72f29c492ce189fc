import type { PassportContent } from '../../../issuer/credentials/index.ts'
import { drawArches } from '../pdf/marks.ts'
import { INK, RULE, SLATE, WHITE } from '../pdf/palette.ts'
import { setText } from '../pdf/set-text.ts'
import { drawText } from '../pdf/draw-text.ts'
import {
  artifact,
  fillRect,
  node,
  PAGE_HEIGHT,
  PAGE_WIDTH,
  tagged,
  type Sheet,
  type StructureNode,
} from '../pdf/sheet.ts'
import { groupCode } from '../scan-url.ts'
import { setPartners } from './names.ts'
import { CONTENT_WIDTH, MARGIN, PAGE_LOOK, PARTNER_SIZES } from './styles.ts'

const FOOT = 26
const NUMBER_WIDTH = 40
/** Height of the band that says on every further page whose passport it is. */
export const RUNNING_HEAD = 34
/** Where the content of a further page begins. */
export const PAGE_TOP = RUNNING_HEAD + 24

export interface Footer {
  /** Where the footer begins: everything else stays above. */
  readonly top: number
  draw(sheet: Sheet, page: number, pages: number): void
}

/** Partner names, equal and in alphabetical order, and the page's number. What every page repeats is read aloud once. */
export function setFooter(content: PassportContent, root: StructureNode): Footer {
  const partners = setPartners(content.partners, PARTNER_SIZES, CONTENT_WIDTH - NUMBER_WIDTH)
  const top = PAGE_HEIGHT - FOOT - partners.height - 8
  const owner = content.partners.length === 0 ? undefined : node('P', root)
  const drawPartners = (sheet: Sheet) => drawText(sheet, partners, MARGIN, top + 8, SLATE)
  return {
    top,
    draw(sheet, page, pages) {
      const number = setText(`${page} / ${pages}`, PAGE_LOOK.small)
      if (page === 1 && owner) tagged(sheet, owner, () => drawPartners(sheet))
      artifact(
        sheet,
        () => {
          fillRect(sheet, RULE, MARGIN, top, CONTENT_WIDTH, 0.75)
          if (page > 1) drawPartners(sheet)
          const width = Math.max(...number.lines.map((line) => line.width))
          drawText(sheet, number, MARGIN + CONTENT_WIDTH - width, top + 8, SLATE)
        },
        'Footer',
      )
    },
  }
}

/** A sheet that got loose still says whose it is. */
export function drawRunningHead(sheet: Sheet, content: PassportContent): void {
  const style = { ...PAGE_LOOK.small, weight: 'bold' } as const
  const code = setText(groupCode(content.code), style)
  const codeX = MARGIN + CONTENT_WIDTH - Math.max(...code.lines.map((line) => line.width))
  const name = setText(content.holderName, style, codeX - MARGIN - 30)
  const line = { ...name, lines: name.lines.slice(0, 1) }
  const top = (RUNNING_HEAD - style.leading) / 2
  const draw = () => {
    fillRect(sheet, INK, 0, 0, PAGE_WIDTH, RUNNING_HEAD)
    drawArches(sheet, { right: codeX - 24, bottom: RUNNING_HEAD, height: RUNNING_HEAD }, 0.28)
    drawText(sheet, line, MARGIN, top, WHITE)
    drawText(sheet, code, codeX, top, WHITE)
  }
  artifact(sheet, draw, 'Header')
}
