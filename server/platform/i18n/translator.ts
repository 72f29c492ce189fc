import type { Locale } from '../../kernel/locale.ts'
import type { Message } from '../../../templates/locales/messages.ts'
import { en } from '../../../templates/locales/en/index.ts'
import { fr } from '../../../templates/locales/fr/index.ts'

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

const numberFormats = { fr: new Intl.NumberFormat('fr-FR'), en: new Intl.NumberFormat('en-GB') }
const pluralRules = { fr: new Intl.PluralRules('fr-FR'), en: new Intl.PluralRules('en-GB') }

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
    return fill(pluralForm(message, params, locale), params, locale)
  }
}

function pluralForm(
  message: Message,
  params: Readonly<Record<string, string | number>>,
  locale: Locale,
): string {
  if (typeof message === 'string') return message
  return pluralRules[locale].select(Number(params['count'] ?? 1)) === 'one' ? message.one : message.other
}

function fill(text: string, params: Readonly<Record<string, string | number>>, locale: Locale): string {
  return text.replace(/\{(\w+)\}/g, (blank, name: string) => {
    const value = params[name]
    if (value === undefined) return blank
    return typeof value === 'number' ? numberFormats[locale].format(value) : value
  })
}
