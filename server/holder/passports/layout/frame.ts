import type { PassportContent } from '../../../issuer/credentials/index.ts'
import type { Locale } from '../../../kernel/locale.ts'
import type { Translate } from '../../../platform/i18n/index.ts'
import { SLATE, RULE } from '../pdf/palette.ts'
import { setText } from '../pdf/set-text.ts'
import { drawText } from '../pdf/draw-text.ts'
import { artifact, fillRect, node, tagged, type StructureNode } from '../pdf/sheet.ts'
import type { ToldCompetence } from './competences.ts'
import type { Observation } from './observations.ts'
import type { Block } from './place-blocks.ts'
import type { Spacing } from './spacings.ts'
import { CONTENT_WIDTH, MARGIN, SECTION } from './styles.ts'
import type { Speaker } from './voices.ts'

/** What a passport tells, found once however often it is set. */
export interface Told {
  readonly competences: readonly ToldCompetence[]
  readonly observations: readonly Observation[]
  readonly speakers: readonly Speaker[]
}

/** What every part of one passport needs to set itself. */
export interface Edition {
  readonly content: PassportContent
  readonly told: Told
  readonly locale: Locale
  readonly t: Translate
  readonly spacing: Spacing
  /** The structure's root for this passport. */
  readonly root: StructureNode
}

/** What tells a passport's parts what they tell. */
export type Telling = Pick<Edition, 'content' | 'locale' | 't'>

/** A section's heading in small capitals over a rule. */
export function sectionHeading(edition: Edition, text: string): Block {
  const set = setText(text.toLocaleUpperCase(edition.locale), SECTION, CONTENT_WIDTH)
  const heading = node('H2', edition.root)
  return {
    height: set.height + 6,
    gap: edition.spacing.section,
    opens: true,
    keepWithNext: true,
    draw(sheet, top) {
      tagged(sheet, heading, () => drawText(sheet, set, MARGIN, top, SLATE))
      artifact(sheet, () => fillRect(sheet, RULE, MARGIN, top + set.height + 5, CONTENT_WIDTH, 0.75))
    },
  }
}
