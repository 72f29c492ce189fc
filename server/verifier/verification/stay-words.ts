import type { MobilityFacts } from '../../issuer/credentials/index.ts'
import type { Language } from '../../kernel/locale.ts'
import { countryName, formatDate, formatMonths, type PublicTranslate } from '../../platform/i18n/index.ts'

/** A stay abroad in the visitor's words. */
export interface StayWords {
  readonly programme: string
  readonly activity?: string
  readonly host?: string
  /** « Brême, Allemagne » */
  readonly place: string
  /** « 12 semaines » */
  readonly length: string
  /** « mars – mai 2026 » */
  readonly months: string
  /** « du 2 mars 2026 au 29 mai 2026 » */
  readonly dates: string
}

const DAY = 86_400_000

export function stayWords(stay: MobilityFacts, t: PublicTranslate, language: Language): StayWords {
  const days = Math.round((Date.parse(stay.endsOn) - Date.parse(stay.startsOn)) / DAY) + 1
  const country = countryName(language, stay.hostCountry)
  const start = formatDate(language, stay.startsOn)
  const end = formatDate(language, stay.endsOn)
  return {
    programme: stay.programme,
    ...(stay.activity === undefined ? {} : { activity: stay.activity }),
    ...(stay.hostName === undefined ? {} : { host: stay.hostName }),
    place: stay.hostTown === undefined ? country : `${stay.hostTown}, ${country}`,
    length:
      days < 14
        ? t('verdict.stayDays', { count: days })
        : t('verdict.stayWeeks', { count: Math.round(days / 7) }),
    months: formatMonths(language, stay.startsOn, stay.endsOn),
    dates: t('verdict.fromTo', { start, end }),
  }
}
