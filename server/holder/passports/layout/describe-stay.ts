import type { MobilityFacts } from '../../../issuer/credentials/index.ts'
import type { Language } from '../../../kernel/locale.ts'
import { countryName, formatDate, type PublicTranslate } from '../../../platform/i18n/index.ts'

const DAY = 86_400_000

export interface StayWords {
  readonly what: string
  readonly where: string
  readonly country: string
  /** The host and its town, without the country. */
  readonly host: string
  readonly when: string
  /** Under which programme, unless `what` says it already. */
  readonly programme?: string
}

/** A stay in words: what, where, when and how long. */
export function describeStay(stay: MobilityFacts, locale: Language, t: PublicTranslate): StayWords {
  const country = countryName(locale, stay.hostCountry)
  const host = [stay.hostName, stay.hostTown].filter(Boolean).join(', ')
  const where = [host, country].filter(Boolean).join(', ')
  const when = `${dateRange(stay.startsOn, stay.endsOn, locale, t)} · ${duration(stay, t)}`
  return stay.activity
    ? { what: stay.activity, where, country, host, when, programme: stay.programme }
    : { what: stay.programme, where, country, host, when }
}

/** « du 2 mars au 29 mai 2026 », « du 2 au 3 juillet 2026 »: the month and the year are said once when they are the same. */
export function dateRange(startsOn: string, endsOn: string, locale: Language, t: PublicTranslate): string {
  if (startsOn === endsOn) return day(endsOn, locale)
  const same = (length: number) => startsOn.slice(0, length) === endsOn.slice(0, length)
  const [year, month] = ['YYYY'.length, 'YYYY-MM'.length]
  const words = day(startsOn, locale)
  // every language of ours writes the day, the month, then the year; two of them with a word before the year
  const from = same(month)
    ? words.replace(/\s.*/u, '')
    : same(year)
      ? words.replace(/(\sde)?\s\d{4}$/u, '')
      : words
  return t('passport.dateRange', { from, to: day(endsOn, locale) })
}

/** French says « 1er mars ». */
const day = (date: string, locale: Language): string =>
  locale === 'fr' ? formatDate(locale, date).replace(/^1 /, '1er ') : formatDate(locale, date)

function duration(stay: MobilityFacts, t: PublicTranslate): string {
  const days = Math.round((Date.parse(stay.endsOn) - Date.parse(stay.startsOn)) / DAY) + 1
  if (days < 14) return t('passport.days', { count: days })
  if (days <= 182) return t('passport.weeks', { count: Math.round(days / 7) })
  return t('passport.months', { count: Math.round(days / 30.44) })
}
