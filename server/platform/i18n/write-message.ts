import type { Language } from '../../kernel/locale.ts'
import type { Message } from '../../../templates/locales/messages.ts'
import { TAGS } from './formats.ts'

/** What the `{blanks}` of a message are filled with. */
export type Params = Readonly<Record<string, string | number>>

/** A message in words: the form that `params.count` asks for (CLDR plural rules), its `{blanks}` filled. */
export function writeMessage(message: Message, params: Params, language: Language): string {
  return fill(pluralForm(message, params, language), params, language)
}

function pluralForm(message: Message, params: Params, language: Language): string {
  if (typeof message === 'string') return message
  const category = pluralRules(language).select(Number(params['count'] ?? 1))
  return (category === 'zero' || category === 'two' ? undefined : message[category]) ?? message.other
}

function fill(text: string, params: Params, language: Language): string {
  return text.replace(/\{(\w+)\}/g, (blank, name: string) => {
    const value = params[name]
    if (value === undefined) return blank
    return typeof value === 'number' ? numberFormat(language).format(value) : value
  })
}

// making one of these costs a hundred times what using it does
const rules = new Map<Language, Intl.PluralRules>()
const numbers = new Map<Language, Intl.NumberFormat>()

function pluralRules(language: Language): Intl.PluralRules {
  const known = rules.get(language) ?? new Intl.PluralRules(TAGS[language])
  rules.set(language, known)
  return known
}

function numberFormat(language: Language): Intl.NumberFormat {
  const known = numbers.get(language) ?? new Intl.NumberFormat(TAGS[language])
  numbers.set(language, known)
  return known
}
