import type { Locale } from '../../../kernel/locale.ts'
import { translator, type PublicTranslate } from '../../../platform/i18n/index.ts'
import { RULE, SLATE, TEAL } from '../pdf/palette.ts'
import { artifact, fillRect, node, type StructureNode } from '../pdf/sheet.ts'
import type { PrintedPassport, PrintOptions } from '../print-options.ts'
import { publicUrlOf, scanUrl, type ScanUrl } from '../scan-url.ts'
import { findCompetences, type ToldCompetence } from './find-competences.ts'
import { findObservations, type Observation } from './find-observations.ts'
import type { Block } from './place-blocks.ts'
import type { Spacing } from './spacings.ts'
import type { Look } from './styles.ts'
import { inEach, setInline, type Tongue, type Tongues, type Words } from './tongues.ts'
import { findSpeakers, type Speaker } from './find-speakers.ts'

/** What tells a passport's parts what they tell, and in which languages. */
export interface Telling {
  readonly content: PrintedPassport
  /** The language that comes first, and its words. */
  readonly locale: Locale
  readonly t: PublicTranslate
  readonly tongues: Tongues
}

/** What a passport tells, found once however often it is set. */
export interface Told {
  readonly competences: readonly ToldCompetence[]
  readonly observations: readonly Observation[]
  readonly speakers: readonly Speaker[]
}

/** What every part of one passport needs to set itself. */
export interface Edition extends Telling {
  readonly told: Told
  readonly spacing: Spacing
  readonly look: Look
  /** The structure's root for this passport. */
  readonly root: StructureNode
}

/** A passport in the languages it is printed in; the same language twice is said once. */
export function tellingOf(content: PrintedPassport, { locale, with: second }: PrintOptions): Telling {
  const t = translator(locale)
  const besides = second === undefined || second === locale ? [] : [second]
  const others = besides.map((language): Tongue => ({ language, t: translator(language) }))
  return { content, locale, t, tongues: [{ language: locale, t }, ...others] }
}

export const findTold = (telling: Telling): Told => ({
  competences: findCompetences(telling),
  observations: findObservations(telling),
  speakers: findSpeakers(telling),
})

/** Where a passport is checked. */
export const verificationUrl = ({ url, code, proof }: PrintedPassport): ScanUrl =>
  scanUrl(publicUrlOf(url), 'v', code, proof)

/** A section's heading in small capitals over a rule, in each language on one line while they fit. */
export function sectionHeading(edition: Edition, say: (tongue: Tongue) => string): Block {
  const { look, tongues, locale } = edition
  const words = inEach(tongues, say).map((word) => inCapitals(word, locale))
  const heading = setInline(words, node('H2', edition.root), look.section, look.width)
  return {
    height: heading.height + 6,
    gap: edition.spacing.section,
    opens: true,
    keepWithNext: true,
    draw(sheet, top) {
      heading.draw(sheet, look.left, top, [SLATE, TEAL])
      artifact(sheet, () => fillRect(sheet, RULE, look.left, top + heading.height + 5, look.width, 0.75))
    },
  }
}

/** Words in the capitals of their own language. */
export const inCapitals = (words: Words, locale: Locale): Words => ({
  ...words,
  text: words.text.toLocaleUpperCase(words.language ?? locale),
})
