import type { Locale } from '../../kernel/locale.ts'
import type { Message } from '../../../templates/locales/messages.ts'
import { en } from '../../../templates/locales/en/index.ts'
import { fr } from '../../../templates/locales/fr/index.ts'
import { writeMessage } from './write-message.ts'

type Original = typeof fr
/** Every message there is, as `namespace.key`; a key that is missing in a language does not compile. */
export type MessageKey = {
  [Namespace in keyof Original]: `${Namespace}.${keyof Original[Namespace] & string}`
}[keyof Original]

/** Writes the message in the translator's language, its `{blanks}` filled from `params`. */
export type Translate = (key: MessageKey, params?: Readonly<Record<string, string | number>>) => string

const CATALOGUES: Readonly<Record<Locale, Readonly<Record<string, Readonly<Record<string, Message>>>>>> = {
  fr,
  en,
}

/**
 * The translator of one language. A message with two forms is chosen by `params.count` (CLDR plural rules);
 * an unknown key, which only a template can contain, throws.
 */
export function translator(locale: Locale): Translate {
  const catalogue = CATALOGUES[locale]
  return (key, params = {}) => {
    const dot = key.indexOf('.')
    const message = catalogue[key.slice(0, dot)]?.[key.slice(dot + 1)]
    if (message === undefined) throw new Error(`no message ${key}`)
    return writeMessage(message, params, locale)
  }
}

/** Whether there is such a message; for keys that are made from data. */
export function hasMessage(key: string): key is MessageKey {
  const dot = key.indexOf('.')
  return CATALOGUES.fr[key.slice(0, dot)]?.[key.slice(dot + 1)] !== undefined
}
