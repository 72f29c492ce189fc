import type { PassportContent } from '../../../issuer/credentials/index.ts'
import { drawArches } from '../pdf/marks.ts'
import { INK, RULE, SLATE, WHITE } from '../pdf/palette.ts'
import { setText, type SetText } from '../pdf/set-text.ts'
import { drawText } from '../pdf/draw-text.ts'
import { artifact, fillRect, PAGE_HEIGHT, PAGE_WIDTH, type Sheet } from '../pdf/sheet.ts'
import { groupCode } from '../scan-url.ts'
import { CONTENT_WIDTH, MARGIN, PARTNER_SIZES, SMALL } from './styles.ts'

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

/** Partner names, equal and in alphabetical order, and the page's number. */
export function setFooter(content: PassportContent): Footer {
  const partners = setPartners(content.partners.join(' · '))
  const top = PAGE_HEIGHT - FOOT - partners.height - 8
  return {
    top,
    draw(sheet, page, pages) {
      const number = setText(`${page} / ${pages}`, SMALL)
      artifact(sheet, () => {
        fillRect(sheet, RULE, MARGIN, top, CONTENT_WIDTH, 0.75)
        drawText(sheet, partners, MARGIN, top + 8, SLATE)
        const width = Math.max(...number.lines.map((line) => line.width))
        drawText(sheet, number, MARGIN + CONTENT_WIDTH - width, top + 8, SLATE)
      })
    },
  }
}

/** In one line where a readable size allows it; more lines rather than a name cut short. */
function setPartners(names: string): SetText {
  const settings = PARTNER_SIZES.map((style) => setText(names, style, CONTENT_WIDTH - NUMBER_WIDTH))
  const chosen = settings.find((set) => set.lines.length === 1) ?? settings[0]
  if (!chosen) throw new Error('no size for the partners')
  return chosen
}

/** A sheet that got loose still says whose it is. */
export function drawRunningHead(sheet: Sheet, content: PassportContent): void {
  const style = { ...SMALL, weight: 'bold' } as const
  const code = setText(groupCode(content.code), style)
  const codeX = MARGIN + CONTENT_WIDTH - Math.max(...code.lines.map((line) => line.width))
  const name = setText(content.holderName, style, codeX - MARGIN - 30)
  const line = { ...name, lines: name.lines.slice(0, 1) }
  artifact(sheet, () => {
    fillRect(sheet, INK, 0, 0, PAGE_WIDTH, RUNNING_HEAD)
    drawArches(sheet, { right: codeX - 24, bottom: RUNNING_HEAD, height: RUNNING_HEAD }, 0.28)
    drawText(sheet, line, MARGIN, (RUNNING_HEAD - style.leading) / 2, WHITE)
    drawText(sheet, code, codeX, (RUNNING_HEAD - style.leading) / 2, WHITE)
  })
}
