import { formatDate } from '../../../platform/i18n/index.ts'
import { INK, SLATE, WHITE } from '../pdf/palette.ts'
import { drawQr, QR_WIDTH } from '../pdf/draw-qr.ts'
import { setText } from '../pdf/set-text.ts'
import { drawText } from '../pdf/draw-text.ts'
import { artifact, fillRect, node, tagged, type Sheet } from '../pdf/sheet.ts'
import type { ScanUrl } from '../scan-url.ts'
import type { Edition } from './frame.ts'
import { ADDRESS, BODY, CALL, CONTENT_WIDTH, MARGIN, SMALL } from './styles.ts'

export interface Panel {
  readonly height: number
  draw(sheet: Sheet, top: number): void
}

const GAP = 14

/** What the employer does: one code, one sentence, the same address in letters. */
export function setEmployerPanel(edition: Omit<Edition, 'spacing' | 'told'>, url: ScanUrl): Panel {
  const { t, locale, root, content } = edition
  const qr = drawQr(url.qr)
  // the white of the quiet zone hangs in the margin: the dark modules align with the text
  const qrX = MARGIN - qr.quiet
  const textX = qrX + QR_WIDTH + GAP
  const width = MARGIN + CONTENT_WIDTH - textX
  const nodes = {
    call: node('H2', root),
    sentence: node('P', root),
    type: node('P', root),
    qr: node('Figure', root, t('passport.qrAlt', { url: url.href })),
    issued: node('P', root),
  }
  const call = setText(t('passport.employerTitle'), CALL, width)
  const sentence = setText(t('passport.employerSentence'), BODY, width)
  const type = setText(t('passport.employerType'), SMALL, width)
  const address = setText(url.printed, ADDRESS, width)
  const issued = setText(t('passport.issuedOn', { date: formatDate(locale, content.issuedOn) }), SMALL, width)
  const textHeight = call.height + 4 + sentence.height + 5 + type.height + address.height + 5 + issued.height
  const height = Math.max(QR_WIDTH, textHeight)
  return {
    height,
    draw(sheet, top) {
      artifact(sheet, () => fillRect(sheet, WHITE, qrX, top, QR_WIDTH, height))
      tagged(sheet, nodes.qr, () => qr.draw(sheet, qrX, top + (height - QR_WIDTH) / 2))
      let y = top + (height - textHeight) / 2
      tagged(sheet, nodes.call, () => (y = drawText(sheet, call, textX, y, INK) + 4))
      tagged(sheet, nodes.sentence, () => (y = drawText(sheet, sentence, textX, y, SLATE) + 5))
      tagged(sheet, nodes.type, () => {
        y = drawText(sheet, type, textX, y, SLATE)
        y = drawText(sheet, address, textX, y, INK) + 5
      })
      tagged(sheet, nodes.issued, () => drawText(sheet, issued, textX, y, SLATE))
    },
  }
}
