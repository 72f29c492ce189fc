import { INK, SLATE, TEAL_TINT } from '../pdf/palette.ts'
import { roundedRect } from '../pdf/marks.ts'
import { setText, type SetText } from '../pdf/set-text.ts'
import { drawText } from '../pdf/draw-text.ts'
import { artifact, node, paint, tagged, type Sheet, type StructureNode } from '../pdf/sheet.ts'
import { formatDate } from '../../../platform/i18n/index.ts'
import type { Edition } from './frame.ts'
import { PAGE_TOP } from './page-furniture.ts'
import type { Block } from './place-blocks.ts'
import { CONTENT_WIDTH, MARGIN, QUOTE, SMALL } from './styles.ts'

const PADDING = { x: 14, y: 11 }
const RADIUS = 9
const BLEED = 8

interface Observation {
  readonly text: string
  readonly source: string
}

/** What the trainer saw, in the trainer's words; the same words written for several competences are said once. */
export function observationBlocks(edition: Edition): Block[] {
  return collect(edition).flatMap((observation) => quoteBlocks(edition, observation))
}

/** A quote names the competences it speaks of while they are few; written under all of them, it speaks of the person. */
const FEW = 3

function collect({ content, locale }: Edition): Observation[] {
  const byText = new Map<string, { source: string; competences: Set<string> }>()
  for (const credential of content.competences) {
    const text = credential.observation?.trim()
    if (!text) continue
    const source = [credential.attestedBy, credential.issuer.name, formatDate(locale, credential.awardedOn)]
    const known = byText.get(text) ?? { source: source.filter(Boolean).join(', '), competences: new Set() }
    if (credential.competence) known.competences.add(credential.competence.label)
    byText.set(text, known)
  }
  return [...byText].map(([text, { source, competences }]) => ({
    text,
    source: byText.size === 1 || competences.size > FEW ? source : [...competences, source].join(' · '),
  }))
}

/**
 * A quote on its tinted ground. It is cut in slices, so that a long one may run over a page: at least two lines of it
 * stand together at either end.
 */
function quoteBlocks(edition: Edition, observation: Observation): Block[] {
  const width = CONTENT_WIDTH - 2 * PADDING.x
  const quote = setText(edition.t('passport.quote', { text: observation.text }), QUOTE, width)
  const source = setText(observation.source, SMALL, width)
  const owner = node('BlockQuote', edition.root)
  const slices = slice(quote)
  return slices.map((part, index): Block => {
    const first = index === 0
    const last = index === slices.length - 1
    const top = first ? PADDING.y : 0
    const height = top + part.height + (last ? 3 + source.height + PADDING.y : 0)
    return {
      height,
      gap: first ? 12 : 0,
      draw(sheet, y) {
        artifact(sheet, () => ground(sheet, y, height, { first, last }))
        drawPart(sheet, owner, part, y + top)
        if (last)
          tagged(sheet, owner, () =>
            drawText(sheet, source, MARGIN + PADDING.x, y + top + part.height + 3, SLATE),
          )
      },
    }
  })
}

const drawPart = (sheet: Sheet, owner: StructureNode, part: SetText, y: number): void =>
  tagged(sheet, owner, () => drawText(sheet, part, MARGIN + PADDING.x, y, INK))

/** Where a quote goes on over a page, its ground goes a little further than its lines; the next slice covers it. */
function ground(
  sheet: Sheet,
  y: number,
  height: number,
  { first, last }: { first: boolean; last: boolean },
): void {
  const above = !first && y <= PAGE_TOP ? BLEED : 0
  const path = roundedRect(MARGIN, y - above, CONTENT_WIDTH, above + height + (last ? 0 : BLEED), {
    top: first ? RADIUS : 0,
    bottom: last ? RADIUS : 0,
  })
  paint(sheet, path, { fill: TEAL_TINT })
}

/** Two lines, then one by one, then the last two. */
function slice(text: SetText): SetText[] {
  const { lines, style } = text
  const part = (from: number, to: number, missing: readonly string[] = []): SetText => ({
    style,
    lines: lines.slice(from, to),
    height: (to - from) * style.leading,
    missing,
  })
  if (lines.length <= 4) return [text]
  const middle = Array.from({ length: lines.length - 4 }, (_, index) => part(index + 2, index + 3))
  return [part(0, 2, text.missing), ...middle, part(lines.length - 2, lines.length)]
}
