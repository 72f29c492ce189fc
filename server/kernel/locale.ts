/** The languages Passerelle speaks. French is the default; the compiler checks that each message exists in both. */
export const LOCALES = ['fr', 'en'] as const
export type Locale = (typeof LOCALES)[number]
export const DEFAULT_LOCALE: Locale = 'fr'

export const isLocale = (value: unknown): value is Locale => LOCALES.some((locale) => locale === value)

/**
 * The languages of pages for strangers: an employer with a paper in hand, a host abroad. The two that everything speaks
 * come first; of the others only what a stranger reads is written. In the order in which a page offers them.
 */
export const LANGUAGES = ['fr', 'en', 'de', 'es', 'it', 'pt', 'pl'] as const
export type Language = (typeof LANGUAGES)[number]

export const isLanguage = (value: unknown): value is Language =>
  LANGUAGES.some((language) => language === value)
