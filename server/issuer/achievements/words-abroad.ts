import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { isLocale, type Language, type Locale } from '../../kernel/locale.ts'
import { languageName } from '../../platform/i18n/index.ts'
import { AUTONOMY_LEVELS, CEFR_LEVELS, levelLabel, type Competence, type LevelCode } from './competence.ts'

/** A competence as people abroad read it. */
export interface WordsAbroad {
  readonly label: string
  readonly description: string
  /** The language these words are in: another than asked for where nobody has written them. */
  readonly language: Language
}

/** Shape of `credentials-schema/frameworks/words/<language>.json`. */
const wordsFile = z.object({
  /** By code. */
  competences: z.record(z.string(), z.object({ label: z.string().min(1), description: z.string().min(1) })),
  levels: z.record(z.enum([...AUTONOMY_LEVELS, ...CEFR_LEVELS]), z.string().min(1)),
  /** Of a language on the CEFR scale, its name in `{language}`. */
  language: z.object({ label: z.string().includes('{language}'), description: z.string().min(1) }),
})
type Words = z.output<typeof wordsFile>

const FOLDER = join(import.meta.dirname, '../../../credentials-schema/frameworks/words')
const read = (language: string): Words =>
  wordsFile.parse(JSON.parse(readFileSync(join(FOLDER, `${language}.json`), 'utf8')))

const WORDS: Readonly<Record<Exclude<Language, Locale>, Words>> = {
  de: read('de'),
  es: read('es'),
  it: read('it'),
  pt: read('pt'),
  pl: read('pl'),
}

/** The words of a competence in a reader's language; where nobody has written them, in `otherwise`. */
export function competenceIn(
  language: Language,
  competence: Competence,
  otherwise: Locale = 'en',
): WordsAbroad {
  const { code, kind, label, description } = competence
  if (isLocale(language)) return { label: label[language], description: description[language], language }
  const words = WORDS[language]
  if (kind === 'language') {
    const name = languageName(language, code.replace(/^LANG-/, ''))
    return { ...words.language, label: words.language.label.replace('{language}', name), language }
  }
  const known = words.competences[code]
  if (known === undefined)
    return { label: label[otherwise], description: description[otherwise], language: otherwise }
  return { ...known, language }
}

/** A level in words, in a reader's language. */
export const levelIn = (language: Language, competence: Competence, level: LevelCode): string =>
  isLocale(language) ? levelLabel(competence, level, language) : WORDS[language].levels[level]
