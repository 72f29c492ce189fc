import { roundedRect } from '../pdf/marks.ts'
import { INK, SLATE, SUN_TINT, TEAL_TINT, type Colour } from '../pdf/palette.ts'
import { setText, type SetText } from '../pdf/set-text.ts'
import { drawText } from '../pdf/draw-text.ts'
import { artifact, node, paint, tagged, type Sheet } from '../pdf/sheet.ts'
import type { Observation } from './find-observations.ts'
import type { Edition } from './frame.ts'
import { PAGE_TOP } from './page-furniture.ts'
import type { Block } from './place-blocks.ts'
import type { Look } from './styles.ts'
import { setInline, tongueOf } from './tongues.ts'

const RADIUS = 9
const BLEED = 8

/** What the trainer saw, in the trainer's words; then what the host abroad says, on a ground of its own. */
export function observationBlocks(edition: Edition): Block[] {
  return edition.told.observations.flatMap((observation) => quoteBlocks(edition, observation))
}

/**
 * A quote on its tinted ground. It is cut in slices, so that a long one may run over a page: at least two lines of it
 * stand together at either end.
 */
function quoteBlocks(edition: Edition, observation: Observation): Block[] {
  const { look, locale, tongues } = edition
  const { gap, padding, indent } = edition.spacing.quote
  const width = look.width - 2 * indent
  const written = observation.language === locale ? undefined : observation.language
  const { t } = tongueOf(observation.language, tongues)
  const quote = setText(t('passport.quote', { text: observation.text }), look.quote, width)
  const owner = node('BlockQuote', edition.root)
  const said = node('P', owner, { language: written })
  const source = setInline(observation.source, node('P', owner), look.small, width)
  const slices = slice(quote)
  return slices.map((part, index): Block => {
    const first = index === 0
    const last = index === slices.length - 1
    const top = first ? padding : 0
    const height = top + part.height + (last ? 3 + source.height + padding : 0)
    return {
      height,
      gap: first ? gap : 0,
      opens: first,
      draw(sheet, y) {
        artifact(sheet, () => ground(sheet, look, { y, height, first, last, fill: tintOf(observation) }))
        tagged(sheet, said, () => drawText(sheet, part, look.left + indent, y + top, INK))
        if (last) source.draw(sheet, look.left + indent, y + top + part.height + 3, [SLATE, SLATE])
      },
    }
  })
}

const tintOf = ({ byHost }: Observation): Colour => (byHost === true ? SUN_TINT : TEAL_TINT)

interface Ground {
  readonly y: number
  readonly height: number
  readonly first: boolean
  readonly last: boolean
  readonly fill: Colour
}

/** Where a quote goes on over a page, its ground goes a little further than its lines; the next slice covers it. */
function ground(sheet: Sheet, look: Look, { y, height, first, last, fill }: Ground): void {
  const above = !first && y <= PAGE_TOP ? BLEED : 0
  const path = roundedRect(look.left, y - above, look.width, above + height + (last ? 0 : BLEED), {
    top: first ? RADIUS * look.marks : 0,
    bottom: last ? RADIUS * look.marks : 0,
  })
  paint(sheet, path, { fill })
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
