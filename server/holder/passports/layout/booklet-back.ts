import { formatDate } from '../../../platform/i18n/index.ts'
import { drawQr } from '../pdf/draw-qr.ts'
import { INK, RULE, SLATE, TEAL } from '../pdf/palette.ts'
import { setText } from '../pdf/set-text.ts'
import { drawText } from '../pdf/draw-text.ts'
import {
  artifact,
  figure,
  fillRect,
  linked,
  node,
  tagged,
  type Sheet,
  type StructureNode,
} from '../pdf/sheet.ts'
import { verificationUrl, type Telling } from './frame.ts'
import { setPartners } from './names.ts'
import {
  PANEL_ADDRESS,
  PANEL_CALL,
  PANEL_CALL_BESIDE,
  PANEL_CONTENT,
  PANEL_HEIGHT,
  PANEL_MARGIN,
  PANEL_TEXT,
  PARTNER_SIZES,
} from './styles.ts'
import { inEach, setInline, setParagraph, setPassage, type Words } from './tongues.ts'

export interface BookletBack {
  /** Everything else of the panel stays above. */
  readonly top: number
  /** `isAlone`: nothing stands above it. */
  draw(sheet: Sheet, isAlone: boolean): void
}

const GAP = 9
/** The paler line of a sentence in the second language. */
const BESIDE = { ...PANEL_TEXT, size: 7.6, leading: 10.2 }

/** The booklet's last panel: what an employer does, at its foot; the partners under it, as equals. */
export function setBookletBack(telling: Telling, root: StructureNode): BookletBack {
  const { content, tongues } = telling
  const url = verificationUrl(content)
  const call = setPassage(
    inEach(tongues, ({ t }) => t('passport.employerTitle')),
    node('H2', root),
    [PANEL_CALL, PANEL_CALL_BESIDE],
    PANEL_CONTENT,
  )
  const code = setCode(telling, root)
  const address = setAddress(telling, root)
  const issuedWords = inEach(tongues, ({ language, t }) =>
    t('passport.issuedOn', { date: formatDate(language, content.issuedOn) }),
  )
  const issued = setInline(issuedWords, node('P', root), BESIDE, PANEL_CONTENT)
  const partners = setPartners(content.partners, PARTNER_SIZES.slice(-2), PANEL_CONTENT)
  const owner = content.partners.length === 0 ? undefined : node('P', root)
  const partnersTop = PANEL_HEIGHT - PANEL_MARGIN - partners.height + 4
  const ruleTop = partnersTop - 6
  const top = ruleTop - 8 - issued.height - 4 - address.height - 6 - code.height - 6 - call.height
  return {
    top,
    draw(sheet, isAlone) {
      const start = isAlone ? top - (top - PANEL_MARGIN) / 2 : top
      let y = call.draw(sheet, PANEL_MARGIN, start, [INK, TEAL]) + 6
      y = code.draw(sheet, y) + 6
      y = address.draw(sheet, y) + 4
      issued.draw(sheet, PANEL_MARGIN, y, [SLATE, SLATE])
      artifact(sheet, () => fillRect(sheet, RULE, PANEL_MARGIN, ruleTop, PANEL_CONTENT, 0.75))
      if (owner) tagged(sheet, owner, () => drawText(sheet, partners, PANEL_MARGIN, partnersTop, SLATE))
    },
  }

  /** The QR code, and beside it the sentence in each language. */
  function setCode({ t, locale }: Telling, parent: StructureNode) {
    const qr = drawQr(url.qr)
    // the white of the quiet zone hangs in the margin: the dark modules align with the text
    const qrX = PANEL_MARGIN - qr.quiet
    const textX = qrX + qr.width + GAP - qr.quiet / 2
    const width = PANEL_MARGIN + PANEL_CONTENT - textX
    const owner = node('Figure', undefined, { alt: t('passport.qrAlt', { url: url.href }) })
    const sentences = tongues.map((tongue, index) => {
      const words: Words = { text: tongue.t('passport.employerSentence') }
      const said = tongue.language === locale ? words : { ...words, language: tongue.language }
      return setParagraph([said], { parent }, [index === 0 ? PANEL_TEXT : BESIDE], width)
    })
    parent.kids.push(owner)
    const textHeight = sentences.reduce((sum, { height }) => sum + height, 5 * (sentences.length - 1))
    const height = Math.max(qr.width, textHeight)
    return {
      height,
      draw(sheet: Sheet, top: number): number {
        let y = top + (height - textHeight) / 2
        sentences.forEach((sentence, index) => {
          y = sentence.draw(sheet, textX, y, [index === 0 ? INK : SLATE, SLATE]) + 5
        })
        const area = { x: qrX, y: top + (height - qr.width) / 2, width: qr.width, height: qr.width }
        figure(sheet, owner, area, () => qr.draw(sheet, area.x, area.y))
        return top + height
      },
    }
  }

  /** The address in letters, to type or to touch. */
  function setAddress({ tongues: spoken }: Telling, parent: StructureNode) {
    const paragraph = node('P', parent)
    const type = inEach(spoken, ({ t }) => t('passport.employerType'))
    const how = setInline(type, paragraph, BESIDE, PANEL_CONTENT)
    const link = node('Link', paragraph)
    const printed = setText(url.printed, PANEL_ADDRESS, PANEL_CONTENT)
    const width = Math.max(...printed.lines.map((line) => line.width))
    return {
      height: how.height + printed.height,
      draw(sheet: Sheet, top: number): number {
        const y = how.draw(sheet, PANEL_MARGIN, top, [SLATE, SLATE])
        const area = { x: PANEL_MARGIN, y, width, height: printed.height }
        linked(sheet, link, { url: url.href, says: url.printed, area }, () =>
          drawText(sheet, printed, PANEL_MARGIN, y, INK),
        )
        return y + printed.height
      },
    }
  }
}
