import type { Locale } from '../../kernel/locale.ts'
import { translator, type Translate } from '../../platform/i18n/index.ts'
import { drawQr } from './pdf/draw-qr.ts'
import { createFontShelf, type FontShelf } from './pdf/font-shelf.ts'
import { drawArches } from './pdf/marks.ts'
import { INK, SLATE, TEAL } from './pdf/palette.ts'
import { setText, type SetText, type TextStyle } from './pdf/set-text.ts'
import { drawText } from './pdf/draw-text.ts'
import {
  artifact,
  at,
  createSheet,
  figure as drawFigure,
  MM,
  node,
  PAGE_HEIGHT,
  PAGE_WIDTH,
  tagged,
  type Sheet,
  type StructureNode,
} from './pdf/sheet.ts'
import { writeDocument } from './pdf/write-document.ts'
import { groupCode, scanUrl, withoutScheme } from './scan-url.ts'

/** What is printed on one slip of paper. */
export interface PrintedSlip {
  readonly code: string
  readonly givenName: string
}

const COLUMNS = 2
const ROWS = 4
const PER_SHEET = COLUMNS * ROWS
const WIDTH = PAGE_WIDTH / COLUMNS
const HEIGHT = PAGE_HEIGHT / ROWS
const PADDING = 9 * MM
const QR_SIDE = 37 * MM

const GREETING_SIZES: readonly TextStyle[] = [14, 12, 10.5].map((size) => ({
  weight: 'bold',
  size,
  leading: size * 1.25,
}))
const TEXT: TextStyle = { weight: 'regular', size: 8.8, leading: 12.4 }
const HINT: TextStyle = { weight: 'regular', size: 8, leading: 11.4 }
const CODE: TextStyle = { weight: 'bold', size: 12, leading: 16 }

export interface SlipSheetsInput {
  readonly publicUrl: string
  readonly slips: readonly PrintedSlip[]
  /** The day printed in the file's properties. */
  readonly date: Date
}

/** Eight slips on each A4 sheet with lines to cut along. A PDF without attachments. */
export async function renderSlipSheets(input: SlipSheetsInput, locale: Locale): Promise<Uint8Array> {
  const t = translator(locale)
  const shelf = createFontShelf()
  const root = node('Document')
  const sheets: Sheet[] = []
  for (let start = 0; start < input.slips.length; start += PER_SHEET)
    sheets.push(drawSheet(input.slips.slice(start, start + PER_SHEET), input.publicUrl, t, shelf, root))
  return writeDocument(sheets, shelf, root, {
    title: t('holder.slipsTitle'),
    subject: t('holder.slipsTitle'),
    locale,
    date: input.date,
  })
}

function drawSheet(
  slips: readonly PrintedSlip[],
  publicUrl: string,
  t: Translate,
  shelf: FontShelf,
  root: StructureNode,
): Sheet {
  const sheet = createSheet(shelf)
  slips.forEach((slip, index) => {
    const origin = { x: (index % COLUMNS) * WIDTH, y: Math.floor(index / COLUMNS) * HEIGHT }
    drawSlip(sheet, slip, publicUrl, t, node('Sect', root), origin)
  })
  artifact(sheet, () => drawCutLines(sheet))
  return sheet
}

/** Dashes that scissors or a paper trimmer follow. */
function drawCutLines(sheet: Sheet): void {
  const lines = [`${at(WIDTH, 0)} m ${at(WIDTH, PAGE_HEIGHT)} l`]
  for (let row = 1; row < ROWS; row++)
    lines.push(`${at(0, row * HEIGHT)} m ${at(PAGE_WIDTH, row * HEIGHT)} l`)
  sheet.operators.push(`q [4 4] 0 d 0.6 w ${SLATE} RG ${lines.join(' ')} S Q`)
}

function drawSlip(
  sheet: Sheet,
  slip: PrintedSlip,
  publicUrl: string,
  t: Translate,
  owner: StructureNode,
  origin: { x: number; y: number },
): void {
  const url = scanUrl(publicUrl, 's', slip.code)
  const qr = drawQr(url.qr, QR_SIDE)
  const left = origin.x + PADDING
  const qrX = left - qr.quiet
  const textX = qrX + QR_SIDE + 2
  const width = origin.x + WIDTH - PADDING * 0.7 - textX
  const greeting = setGreeting(t('holder.slipGreeting', { name: slip.givenName }), WIDTH - 2 * PADDING)
  const typed = setText(
    t('holder.slipType', { address: `${withoutScheme(publicUrl)}/s` }),
    HINT,
    WIDTH - 2 * PADDING,
  )
  const code = setText(groupCode(slip.code), CODE)
  const scan = setText(t('holder.slipScan'), TEXT, width)
  const keep = setText(t('holder.slipKeep'), TEXT, width)
  const figure = node('Figure', undefined, { alt: t('holder.slipQrAlt') })
  const top = origin.y + 8 * MM
  const paragraph = (text: SetText, x: number, y: number, colour = INK) => {
    tagged(sheet, node('P', owner), () => drawText(sheet, text, x, y, colour))
    return y + text.height
  }
  artifact(sheet, () =>
    drawArches(sheet, { right: origin.x + WIDTH - 12, bottom: origin.y + HEIGHT - 9 * MM, height: 60 }, 0.26),
  )
  let y = paragraph(greeting, left, top) + 1
  owner.kids.push(figure)
  drawFigure(sheet, figure, { x: qrX, y, width: QR_SIDE, height: QR_SIDE }, () => qr.draw(sheet, qrX, y))
  const textTop = y + qr.quiet
  paragraph(keep, textX, paragraph(scan, textX, textTop) + 5, SLATE)
  y = paragraph(typed, left, y + QR_SIDE - qr.quiet + 5, SLATE) + 1.5
  paragraph(code, left, y, TEAL)
}

/** The largest size at which the greeting keeps to one line, else two lines of the smallest. */
function setGreeting(text: string, width: number): SetText {
  const settings = GREETING_SIZES.map((style) => setText(text, style, width))
  const smallest = settings.at(-1)
  if (!smallest) throw new Error('no size for a greeting')
  const chosen = settings.find((set) => set.lines.length === 1) ?? smallest
  const lines = chosen.lines.slice(0, 2)
  return { ...chosen, lines, height: lines.length * chosen.style.leading }
}
