import { DEFAULT_LOCALE, LANGUAGES, LOCALES, type Language, type Locale } from '../../kernel/locale.ts'
import { remembered } from '../../kernel/remembered.ts'

export type DateStyle = 'long' | 'short' | 'month' | 'time'

/** How `Intl` calls the languages we speak. */
export const TAGS: Readonly<Record<Language, string>> = {
  fr: 'fr-FR',
  en: 'en-GB',
  de: 'de-DE',
  es: 'es-ES',
  it: 'it-IT',
  pt: 'pt-PT',
  pl: 'pl-PL',
}
const STYLES: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  time: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
}

/**
 * A calendar day (`2026-07-03`) or an instant, in words: « 3 juillet 2026 » (long), « 03/07/2026 » (short),
 * « juillet 2026 » (month), « 3 juillet 2026 à 14:02 » (time); the first of a month is « 1er ». Instants are shown in Paris time; a day has no zone.
 */
export function formatDate(locale: Language, value: string | Date, style: DateStyle = 'long'): string {
  const isDay = typeof value === 'string' && value.length === 10
  const date = typeof value === 'string' ? new Date(isDay ? `${value}T00:00:00Z` : value) : value
  if (Number.isNaN(date.getTime())) return ''
  const words = dateFormat(locale, style, isDay ? 'UTC' : 'Europe/Paris').format(date)
  // the first day of a month alone is said otherwise in French, and CLDR does not know
  return locale === 'fr' ? words.replace(/^1(?=\s)/, '1er') : words
}

// making one of these costs a hundred times what using it does
const dateFormats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(locale: Language, style: DateStyle, timeZone: string): Intl.DateTimeFormat {
  const name = `${locale} ${style} ${timeZone}`
  const known = dateFormats.get(name)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(TAGS[locale], { ...STYLES[style], timeZone })
  dateFormats.set(name, made)
  return made
}

/** The months from one calendar day to another: « mars – mai 2026 ». */
export const formatMonths = (language: Language, start: string, end: string): string =>
  dateFormat(language, 'month', 'UTC').formatRange(new Date(start), new Date(end))

/** The country's name (CLDR) for an ISO 3166-1 alpha-2 code; the code itself when there is none. */
export function countryName(locale: Language, alpha2: string): string {
  return displayName(locale, 'region', alpha2.toUpperCase())
}

/** The language's name (CLDR) for an ISO 639-1 code; the code itself when there is none. */
export function languageName(locale: Language, code: string): string {
  return displayName(locale, 'language', code.toLowerCase())
}

const displayNames = new Map<string, Intl.DisplayNames>()

function displayName(locale: Language, type: 'region' | 'language', code: string): string {
  const kind = `${locale} ${type}`
  const names = displayNames.get(kind) ?? new Intl.DisplayNames([TAGS[locale]], { type })
  displayNames.set(kind, names)
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}

/** The visitor's language from an Accept-Language header (RFC 9110 §12.5.4), French when none of ours is wanted. */
export function negotiateLocale(acceptLanguage: string | undefined): Locale {
  const wanted = wantedLanguages(acceptLanguage)
  for (const tag of wanted) {
    const found = LOCALES.find((locale) => locale === tag)
    if (found) return found
  }
  return wanted.length > 0 && wanted.every((tag) => tag !== 'fr' && tag !== '*') ? 'en' : DEFAULT_LOCALE
}

/** The same for a page that strangers read. Browsers send few different headers: what was understood is kept. */
export const negotiatePublic = (acceptLanguage = ''): Language => publicLanguage(acceptLanguage)

const publicLanguage = remembered(
  (acceptLanguage) => negotiateLanguage(acceptLanguage, LANGUAGES) ?? negotiateLocale(acceptLanguage),
  { most: 500, longest: 100 },
)

/** The first language the visitor asks for that a page speaks; undefined when it speaks none of them. */
export function negotiateLanguage(
  acceptLanguage: string | undefined,
  spoken: readonly Language[],
): Language | undefined {
  for (const tag of wantedLanguages(acceptLanguage)) {
    const found = spoken.find((language) => language === tag)
    if (found) return found
  }
  return undefined
}

/** Two-letter tags, the most wanted first. */
function wantedLanguages(acceptLanguage: string | undefined): string[] {
  return (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';')
      const quality = params.find((param) => param.trim().startsWith('q='))
      return { tag: tag.slice(0, 2).toLowerCase(), q: quality ? Number(quality.trim().slice(2)) : 1 }
    })
    .filter(({ tag, q }) => tag !== '' && q > 0)
    .sort((left, right) => right.q - left.q)
    .map(({ tag }) => tag)
}

/** A calendar day with the name of its day: « vendredi 3 juillet » (long), « ven. 3 juil. » (short). */
export function weekdayOf(locale: Locale, day: string, style: 'long' | 'short' = 'long'): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return ''
  return weekdayFormat(locale, style).format(date)
}

const weekdayFormats = new Map<string, Intl.DateTimeFormat>()

function weekdayFormat(locale: Locale, style: 'long' | 'short'): Intl.DateTimeFormat {
  const name = `${locale} ${style}`
  const known = weekdayFormats.get(name)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(TAGS[locale], {
    weekday: style,
    day: 'numeric',
    month: style,
    timeZone: 'UTC',
  })
  weekdayFormats.set(name, made)
  return made
}
