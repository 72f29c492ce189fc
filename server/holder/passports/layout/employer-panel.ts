import { formatDate } from '../../../platform/i18n/index.ts'
import { INK, SLATE, TEAL, WHITE } from '../pdf/palette.ts'
import { drawQr } from '../pdf/draw-qr.ts'
import { setText } from '../pdf/set-text.ts'
import { drawText } from '../pdf/draw-text.ts'
import { artifact, figure, fillRect, linked, node, type Sheet, type StructureNode } from '../pdf/sheet.ts'
import type { ScanUrl } from '../scan-url.ts'
import type { Telling } from './frame.ts'
import { ADDRESS, CALL, CALL_BESIDE, CONTENT_WIDTH, MARGIN, PAGE_LOOK } from './styles.ts'
import { inEach, setInline, setParagraph, setPassage, type Passage, type Words } from './tongues.ts'

export interface Panel {
  readonly height: number
  draw(sheet: Sheet, top: number): void
}

const GAP = 14
const AIR = 5

/** What the employer does: one code, one sentence in each language side by side, the same address in letters. */
export function setEmployerPanel(telling: Telling, root: StructureNode, url: ScanUrl): Panel {
  const { t } = telling
  const qr = drawQr(url.qr)
  const side = qr.width
  // the white of the quiet zone hangs in the margin: the dark modules align with the text
  const qrX = MARGIN - qr.quiet
  const textX = qrX + side + GAP
  const width = MARGIN + CONTENT_WIDTH - textX
  const columns = setColumns(telling, root, width)
  const address = setAddress(telling, root, { url, width })
  const issued = setIssued(telling, root, width)
  const code = node('Figure', root, { alt: t('passport.qrAlt', { url: url.href }) })
  const textHeight = columns.height + AIR + address.height + AIR + issued.height
  const height = Math.max(side, textHeight)
  return {
    height,
    draw(sheet, top) {
      const area = { x: qrX, y: top + (height - side) / 2, width: side, height: side }
      artifact(sheet, () => fillRect(sheet, WHITE, qrX, top, side, height))
      const y = top + (height - textHeight) / 2
      columns.draw(sheet, textX, y)
      address.draw(sheet, textX, y + columns.height + AIR)
      issued.draw(sheet, textX, y + columns.height + address.height + 2 * AIR, [SLATE, SLATE])
      figure(sheet, code, area, () => qr.draw(sheet, area.x, area.y))
    },
  }
}

/** The call and the sentence under it, a column for each language. */
function setColumns({ tongues }: Telling, root: StructureNode, width: number) {
  const isAlone = tongues.length === 1
  const [callStyle, textStyle] = isAlone ? [CALL, PAGE_LOOK.body] : [CALL_BESIDE, PAGE_LOOK.small]
  const room = (width - GAP * (tongues.length - 1)) / tongues.length
  const columns = tongues.map(({ language, t }, index) => {
    const words = (text: string): Words[] => [index === 0 ? { text } : { text, language }]
    return {
      call: setPassage(words(t('passport.employerTitle')), node('H2', root), [callStyle], room),
      sentence: setParagraph(words(t('passport.employerSentence')), { parent: root }, [textStyle], room),
    }
  })
  const callHeight = Math.max(...columns.map(({ call }) => call.height))
  return {
    height: callHeight + 4 + Math.max(...columns.map(({ sentence }) => sentence.height)),
    draw(sheet: Sheet, x: number, top: number) {
      columns.forEach(({ call, sentence }, index) => {
        const left = x + index * (room + GAP)
        call.draw(sheet, left, top, [index === 0 ? INK : TEAL, TEAL])
        sentence.draw(sheet, left, top + callHeight + 4, [SLATE, SLATE])
      })
    },
  }
}

/** The address in letters, to type or to touch. */
function setAddress(telling: Telling, root: StructureNode, { url, width }: { url: ScanUrl; width: number }) {
  const { small } = PAGE_LOOK
  const owner = node('P', root)
  const type = inEach(telling.tongues, ({ t }) => t('passport.employerType'))
  const how = setInline(type, owner, small, width)
  const link = node('Link', owner)
  const address = setText(url.printed, ADDRESS, width)
  const wide = Math.max(...address.lines.map((line) => line.width))
  return {
    height: how.height + address.height,
    draw(sheet: Sheet, x: number, top: number) {
      const y = how.draw(sheet, x, top, [SLATE, SLATE])
      const area = { x, y, width: wide, height: address.height }
      linked(sheet, link, { url: url.href, says: url.printed, area }, () =>
        drawText(sheet, address, x, y, INK),
      )
    },
  }
}

/** The day it was issued. */
function setIssued({ tongues, content }: Telling, root: StructureNode, width: number): Passage {
  const words = inEach(tongues, ({ language, t }) =>
    t('passport.issuedOn', { date: formatDate(language, content.issuedOn) }),
  )
  return setInline(words, node('P', root), PAGE_LOOK.small, width)
}
