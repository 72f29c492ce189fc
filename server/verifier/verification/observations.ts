import type { Language } from '../../kernel/locale.ts'
import type { PublicTranslate } from '../../platform/i18n/index.ts'
import type { ShownContent } from './read-content.ts'
import { stayWords } from './stay-words.ts'

/** What a trainer wrote, said once even where it stands in several credentials. */
export interface Observation {
  readonly text: string
  /** The competence it is about, when it is about one; the stay, when there are several. */
  readonly about?: string
  readonly by: string
}

export function observationsOf(content: ShownContent, t: PublicTranslate, language: Language): Observation[] {
  const byText = new Map<string, Observation>()
  // what is said of the person as a whole is signed with the stay, and comes first
  for (const { observation, attestedBy, issuer, competence, mobility } of [
    ...content.mobilities,
    ...content.competences,
  ]) {
    if (observation === undefined || observation === '') continue
    const by = t('verdict.observedBy', { official: attestedBy, organisation: issuer.name })
    const several = mobility !== undefined && content.stays.length > 1
    const { host, place, months } = several ? stayWords(mobility, t, language) : {}
    const stay = several ? [host, place, months].filter(Boolean).join(', ') : undefined
    const about = byText.has(observation) ? undefined : (competence?.label ?? stay)
    byText.set(observation, { text: observation, by, ...(about === undefined ? {} : { about }) })
  }
  return [...byText.values()]
}
