import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import {
  AUTONOMY_LEVELS,
  CEFR_LEVELS,
  type Competence,
  type LevelCode,
} from '../../issuer/achievements/index.ts'
import { LOCALES, type Locale } from '../../kernel/locale.ts'

/** A sentence that somebody may say of themselves by tapping it. */
export interface ExampleSentence {
  /** Kept for ever: drafts name it. */
  readonly id: string
  /** Roughly the level it speaks of: it only sets the order. */
  readonly level: LevelCode
  readonly text: Readonly<Record<Locale, string>>
}

const words = z.object(
  Object.fromEntries(LOCALES.map((locale) => [locale, z.string().min(1).max(90)])) as Record<
    Locale,
    z.ZodString
  >,
)
const sentence = z.object({
  id: z.string(),
  level: z.enum([...AUTONOMY_LEVELS, ...CEFR_LEVELS]),
  text: words,
})
const sentencesFile = z.object({
  id: z.string(),
  version: z.string(),
  competences: z.record(z.string(), z.array(sentence)),
  languages: z.array(sentence),
})

const FILE = join(import.meta.dirname, '../../../credentials-schema/frameworks/example-sentences.json')
const shipped = sentencesFile.parse(JSON.parse(readFileSync(FILE, 'utf8')))
const byId = new Map(
  [...Object.values(shipped.competences).flat(), ...shipped.languages].map((one) => [one.id, one]),
)

/** The sentences for a competence, from the first steps up; none for one that nobody wrote sentences for. */
export function sentencesFor(competence: Pick<Competence, 'code' | 'kind'>): readonly ExampleSentence[] {
  if (competence.kind === 'language') return shipped.languages
  return shipped.competences[competence.code] ?? []
}

/** What tapped sentences say, in the order of the file; one that is no longer shipped says nothing. */
export function sentenceWords(ids: readonly string[], locale: Locale): string[] {
  const wanted = new Set(ids)
  return [...byId.values()].filter(({ id }) => wanted.has(id)).map(({ text }) => text[locale])
}
