/** « juillet 2026 », of YYYY-MM. */
export const monthIn = (language: string, month: string): string =>
  new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )

/** « 12 juin 2026 à 14:02 », by the device's own clock and place. */
export function instantIn(language: string, instant: Date): string {
  const tag = language === 'en' ? 'en-GB' : language
  const words = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short' }).format(instant)
  // the first day of a month alone is said otherwise in French, and CLDR does not know
  return language === 'fr' ? words.replace(/^1(?=\s)/, '1er') : words
}

/** « 3 mois ». */
export const monthsIn = (language: string, months: number): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit: 'month', unitDisplay: 'long' }).format(months)

/** « Allemagne »; the code itself of a country that the device does not know. */
export function countryIn(language: string, alpha2: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'region' }).of(alpha2) ?? alpha2
  } catch {
    return alpha2
  }
}
