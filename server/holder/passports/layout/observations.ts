import type { CredentialContent } from '../../../issuer/credentials/index.ts'
import { INK, SLATE, SUN_TINT, TEAL_TINT, type Colour } from '../pdf/palette.ts'
import { roundedRect } from '../pdf/marks.ts'
import { setText, type SetText } from '../pdf/set-text.ts'
import { drawText } from '../pdf/draw-text.ts'
import { artifact, node, paint, tagged, type Sheet, type StructureNode } from '../pdf/sheet.ts'
import { formatDate } from '../../../platform/i18n/index.ts'
import { describeStay } from './describe-stay.ts'
import type { Edition, Telling } from './frame.ts'
import { PAGE_TOP } from './page-furniture.ts'
import type { Block } from './place-blocks.ts'
import { CONTENT_WIDTH, MARGIN, QUOTE, SMALL } from './styles.ts'

const INDENT = 14
const RADIUS = 9
const BLEED = 8

export interface Observation {
  readonly text: string
  readonly source: string
  /** The host abroad says it, and not the trainer. */
  readonly byHost?: true
}

/** What the trainer saw, in the trainer's words; then what the host abroad says, on a ground of its own. */
export function observationBlocks(edition: Edition): Block[] {
  return edition.told.observations.flatMap((observation) => quoteBlocks(edition, observation))
}

/** A quote names the competences it speaks of while they are few; written under all of them, it speaks of the person. */
const FEW = 3

interface Source {
  readonly who: string
  /** What it speaks of; nothing when it speaks of the person as a whole. */
  readonly about: Set<string>
  readonly ofPerson: boolean
}

/** Every observation; the same words written for several competences are said once. */
export function findObservations(telling: Telling): Observation[] {
  const { content } = telling
  const byText = new Map<string, Source>()
  // what is said of the person as a whole is signed with the stay, and comes first
  for (const credential of [...content.mobilities, ...content.competences]) {
    const text = credential.observation?.trim()
    if (!text) continue
    const { competence } = credential
    const known = byText.get(text) ?? {
      who: whoSaid(credential, telling),
      about: new Set(stayAmongSeveral(credential, telling)),
      ofPerson: !competence,
    }
    if (competence && !known.ofPerson) known.about.add(competence.label)
    byText.set(text, known)
  }
  const seen = [...byText].map(([text, { who, about, ofPerson }]) => ({
    text,
    source: !ofPerson && (byText.size === 1 || about.size > FEW) ? who : [...about, who].join(' · '),
  }))
  return [...seen, ...saidByHosts(telling)]
}

function saidByHosts({ content, t }: Telling): Observation[] {
  return content.endorsements.flatMap(({ sentence, host }) =>
    sentence === undefined
      ? []
      : [
          {
            text: sentence,
            source: t('passport.saidByHost', {
              name: [host.tutor, host.name, host.place].filter(Boolean).join(', '),
            }),
            byHost: true as const,
          },
        ],
  )
}

const whoSaid = ({ attestedBy, issuer, awardedOn }: CredentialContent, { locale }: Telling): string =>
  [attestedBy, issuer.name, formatDate(locale, awardedOn)].filter(Boolean).join(', ')

function stayAmongSeveral({ kind, mobility }: CredentialContent, telling: Telling): string[] {
  const { content, locale, t } = telling
  if (kind !== 'mobility' || !mobility || content.stays.length < 2) return []
  return [describeStay(mobility, locale, t).where]
}

/**
 * A quote on its tinted ground. It is cut in slices, so that a long one may run over a page: at least two lines of it
 * stand together at either end.
 */
function quoteBlocks(edition: Edition, observation: Observation): Block[] {
  const { gap, padding } = edition.spacing.quote
  const width = CONTENT_WIDTH - 2 * INDENT
  const quote = setText(edition.t('passport.quote', { text: observation.text }), QUOTE, width)
  const source = setText(observation.source, SMALL, width)
  const owner = node('BlockQuote', edition.root)
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
        artifact(sheet, () => ground(sheet, y, height, { first, last, fill: tintOf(observation) }))
        drawPart(sheet, owner, part, y + top)
        if (last)
          tagged(sheet, owner, () =>
            drawText(sheet, source, MARGIN + INDENT, y + top + part.height + 3, SLATE),
          )
      },
    }
  })
}

const tintOf = ({ byHost }: Observation): Colour => (byHost === true ? SUN_TINT : TEAL_TINT)

const drawPart = (sheet: Sheet, owner: StructureNode, part: SetText, y: number): void =>
  tagged(sheet, owner, () => drawText(sheet, part, MARGIN + INDENT, y, INK))

/** Where a quote goes on over a page, its ground goes a little further than its lines; the next slice covers it. */
function ground(
  sheet: Sheet,
  y: number,
  height: number,
  { first, last, fill }: { first: boolean; last: boolean; fill: Colour },
): void {
  const above = !first && y <= PAGE_TOP ? BLEED : 0
  const path = roundedRect(MARGIN, y - above, CONTENT_WIDTH, above + height + (last ? 0 : BLEED), {
    top: first ? RADIUS : 0,
    bottom: last ? RADIUS : 0,
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
