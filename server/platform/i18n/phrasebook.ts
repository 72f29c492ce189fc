import { isLanguage, type Language } from '../../kernel/locale.ts'
import type { Message, SameKeys } from '../../../templates/locales/messages.ts'
import { negotiateLanguage } from './formats.ts'
import { writeMessage, type Params } from './write-message.ts'

/** One page language: its words, and the others that the page may be read in. */
export interface Speech<Key extends string> {
  readonly language: Language
  readonly languages: readonly Language[]
  /** The message in this language, its `{blanks}` filled. */
  readonly say: (key: Key, params?: Params) => string
}

/** A page language of whatever dictionary: what templates ask it for is in its own. */
export type AnySpeech = Speech<never>

/** The dictionaries of one kind of page, in more languages than the platform speaks. */
export interface Phrasebook<Key extends string> {
  readonly languages: readonly Language[]
  in(language: Language): Speech<Key>
  /**
   * What a visitor reads: the language they chose (`?lang=`), else the first their browser asks for, else `otherwise`.
   */
  choose(asked: unknown, acceptLanguage: string | undefined, otherwise: Language): Speech<Key>
}

/**
 * A page of its own in several languages. The dictionaries are typed by the first one, so that a key missing in any of
 * them does not compile; the order of `dictionaries` is the order in which the page offers them.
 */
export function createPhrasebook<Spoken extends Language, Original extends Readonly<Record<string, Message>>>(
  dictionaries: Readonly<Record<Spoken, SameKeys<Original>>>,
): Phrasebook<keyof Original & string> {
  const languages = Object.keys(dictionaries).filter(isLanguage)
  const speech = (language: Language): Speech<keyof Original & string> => {
    const spoken = languages.includes(language) ? language : (languages[0] ?? language)
    const dictionary: Readonly<Record<string, Message>> = dictionaries[spoken as Spoken]
    return {
      language: spoken,
      languages,
      say(key, params = {}) {
        const message = dictionary[key]
        // only a template can ask for a key that no dictionary has
        if (message === undefined) throw new Error(`no phrase ${key}`)
        return writeMessage(message, params, spoken)
      },
    }
  }
  return {
    languages,
    in: speech,
    choose(asked, acceptLanguage, otherwise) {
      const chosen = languages.find((language) => language === asked)
      return speech(chosen ?? negotiateLanguage(acceptLanguage, languages) ?? otherwise)
    },
  }
}
