import type { Language, Locale } from '../../kernel/locale.ts'
import { translator, type Translate } from '../../platform/i18n/index.ts'
import type { JsonObject } from '../../vc/index.ts'

/** A text in the languages it is really written in. */
export type Texts = Readonly<Partial<Record<Language, string>>>

/**
 * The same text as it was read for a reader of French and for one of English, each with the language it came in: what people
 * wrote, and words of frameworks we no longer ship, came back as they were signed, and are said once.
 */
export const textsOf = (...read: readonly (readonly [Language, string])[]): Texts => Object.fromEntries(read)

/** A sentence of ours, in both languages. */
export const ours = (write: (t: Translate, locale: Locale) => string): Texts => ({
  fr: write(translator('fr'), 'fr'),
  en: write(translator('en'), 'en'),
})

/** A language map of JSON-LD. */
export const languageMap = (texts: Texts): JsonObject => ({ ...texts })
