import type { Language } from '../../kernel/locale.ts'
import type { CredentialContent } from './credential-content.ts'

type Voice = 'declared' | 'attested' | 'confirmed'

/** One voice's level, as dots and in words. */
export interface SaidLevel {
  readonly voice: Voice
  readonly level: string
  readonly max: number
  readonly words: string
  /** Of the words, where it is not the page's. */
  readonly lang?: Language
}

/** A competence as a public page draws it (partial `verdict-line`). */
export interface CompetenceLine {
  readonly name: string
  readonly description: string
  /** Of name and description, where it is not the page's. */
  readonly lang?: Language
  /** The trainer's level, which leads. */
  readonly attested: SaidLevel
  /** Marks beside it: the host's only when it confirms that very level. */
  readonly marks: readonly Voice[]
  /** The host's own level where it differs: never mixed with the trainer's. */
  readonly apart?: SaidLevel
  /** Every voice with its own level. */
  readonly voices: readonly SaidLevel[]
  readonly confirmedBy?: string
}

/** Lines of competences for a page in `language`; what is no competence is left out. */
export function competenceLines(
  contents: readonly CredentialContent[],
  language: Language,
): CompetenceLine[] {
  return contents.flatMap(({ competence }) => {
    if (competence === undefined) return []
    const { levelMax: max, levelLanguage, confirmedBy } = competence
    const say = (voice: Voice, level: string, words = level): SaidLevel => ({
      voice,
      level,
      max,
      words,
      ...langOf(levelLanguage, language),
    })
    const { level, levelLabel, confirmedLevel, confirmedLabel, declaredLevel, declaredLabel } = competence
    const attested = say('attested', level, levelLabel)
    const confirmed =
      confirmedLevel === undefined ? undefined : say('confirmed', confirmedLevel, confirmedLabel)
    const declared = declaredLevel === undefined ? undefined : say('declared', declaredLevel, declaredLabel)
    const agrees = confirmedLevel === level
    return [
      {
        name: competence.label,
        description: competence.description,
        ...langOf(competence.language, language),
        attested,
        marks: agrees ? (['attested', 'confirmed'] as const) : (['attested'] as const),
        ...(confirmed === undefined || agrees ? {} : { apart: confirmed }),
        voices: [declared, attested, confirmed].filter((voice) => voice !== undefined),
        ...(confirmedBy === undefined ? {} : { confirmedBy }),
      },
    ]
  })
}

/** The language of words to tell a screen reader; nothing where it is the page's own. */
export const langOf = (language: Language, page: Language): { readonly lang?: Language } =>
  language === page ? {} : { lang: language }
