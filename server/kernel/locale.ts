/** The languages Passerelle speaks. French is the default; the compiler checks that each message exists in both. */
export const LOCALES = ['fr', 'en'] as const
export type Locale = (typeof LOCALES)[number]
export const DEFAULT_LOCALE: Locale = 'fr'

export const isLocale = (value: unknown): value is Locale => LOCALES.some((locale) => locale === value)
