import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { LOCALES, type Locale } from '../../kernel/locale.ts'
import type { Competence } from '../../issuer/achievements/index.ts'

const FILE = join(import.meta.dirname, '../../../credentials-schema/frameworks/observation-phrases.json')

const inEachLanguage = z.object(
  Object.fromEntries(LOCALES.map((locale) => [locale, z.array(z.string().min(1))])) as Record<
    Locale,
    z.ZodArray<z.ZodString>
  >,
)
/** Competence code (`LANG` for every language) → level → sentences. */
const file = z.record(z.string(), z.record(z.string(), inEachLanguage))
const known = file.parse(JSON.parse(readFileSync(FILE, 'utf8')))

export interface PhrasesOfLevel {
  readonly competence: string
  readonly short: string
  readonly level: string
  readonly levelWords: string
  readonly sentences: readonly string[]
}

/** Ready sentences for what a trainer saw, a group for each competence and level; none for a competence of one's own. */
export function phrasesFor(competences: readonly Competence[], locale: Locale): PhrasesOfLevel[] {
  return competences.flatMap((competence) => {
    const byLevel = known[competence.kind === 'language' ? 'LANG' : competence.code] ?? {}
    return competence.levels.flatMap(({ code, label }) => {
      const sentences = byLevel[code]?.[locale] ?? []
      return sentences.length === 0
        ? []
        : [
            {
              competence: competence.code,
              short: competence.short[locale],
              level: code,
              levelWords: label[locale],
              sentences,
            },
          ]
    })
  })
}
