/** The languages Passerelle speaks. French is the default; the compiler checks that each message exists in both. */
export const LOCALES = ['fr', 'en'] as const
export type Locale = (typeof LOCALES)[number]
export const DEFAULT_LOCALE: Locale = 'fr'

export const isLocale = (value: unknown): value is Locale => LOCALES.some((locale) => locale === value)

/**
 * The languages of pages for people abroad, each with a dictionary of its own, besides the two that everything speaks.
 * In the order in which a page offers them.
 */
export const LANGUAGES = ['en', 'de', 'es', 'pt', 'fr'] as const
export type Language = (typeof LANGUAGES)[number]

export const isLanguage = (value: unknown): value is Language =>
  LANGUAGES.some((language) => language === value)
