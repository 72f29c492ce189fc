import type { Language, Locale } from '../../kernel/locale.ts'
import type { Message } from '../../../templates/locales/messages.ts'
import type { PublicCatalogue, PublicNamespace } from '../../../templates/locales/public.ts'
import { de } from '../../../templates/locales/de/index.ts'
import { en } from '../../../templates/locales/en/index.ts'
import { es } from '../../../templates/locales/es/index.ts'
import { fr } from '../../../templates/locales/fr/index.ts'
import { it } from '../../../templates/locales/it/index.ts'
import { pl } from '../../../templates/locales/pl/index.ts'
import { pt } from '../../../templates/locales/pt/index.ts'
import { writeMessage, type Params } from './write-message.ts'

type Original = typeof fr
/** Every message there is, as `namespace.key`; a key that is missing in a language does not compile. */
export type MessageKey = {
  [Namespace in keyof Original]: `${Namespace}.${keyof Original[Namespace] & string}`
}[keyof Original]
/** The messages that strangers read: they exist in every language. */
export type PublicMessageKey = {
  [Namespace in PublicNamespace]: `${Namespace}.${keyof Original[Namespace] & string}`
}[PublicNamespace]

/** Writes the message in the translator's language, its `{blanks}` filled from `params`. */
export type Translate = (key: MessageKey, params?: Params) => string
/** The same for pages that strangers read. Every {@link Translate} is one. */
export type PublicTranslate = (key: PublicMessageKey, params?: Params) => string

const PUBLIC: Readonly<Record<Exclude<Language, Locale>, PublicCatalogue>> = { de, es, it, pt, pl }
const CATALOGUES: Readonly<Record<Language, Readonly<Record<string, Readonly<Record<string, Message>>>>>> = {
  fr,
  en,
  ...PUBLIC,
}

/**
 * The translator of one language: of everything where we speak it, else of what strangers read. A message with several
 * forms is chosen by `params.count` (CLDR plural rules); an unknown key, which only a template can contain, throws.
 */
export function translator(language: Locale): Translate
export function translator(language: Language): PublicTranslate
export function translator(language: Language): Translate {
  const catalogue = CATALOGUES[language]
  return (key, params = {}) => {
    const dot = key.indexOf('.')
    const message = catalogue[key.slice(0, dot)]?.[key.slice(dot + 1)]
    if (message === undefined) throw new Error(`no message ${key} in ${language}`)
    return writeMessage(message, params, language)
  }
}

/** Whether there is such a message; for keys that are made from data. */
export function hasMessage(key: string): key is MessageKey {
  const dot = key.indexOf('.')
  return CATALOGUES.fr[key.slice(0, dot)]?.[key.slice(dot + 1)] !== undefined
}
