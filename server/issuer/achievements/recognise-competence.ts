import { LOCALES, type Locale } from '../../kernel/locale.ts'
import { NOT_YET, type Competence, type LevelCode } from './competence.ts'
import { languageCompetences, mobilityFramework } from './shipped-frameworks.ts'

/** Text as people type it, reduced to its letters and digits: no case, accents, apostrophes, dashes, doubled spaces. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** « Allemand (CECRL) », « Langue : allemand », « Niveau d’anglais »: what stands around a language's name. */
const AROUND_A_LANGUAGE =
  /^(?:(?:langue|language|niveau(?: d| de| en)?|level of|level in) )?(.+?)(?: (?:cecrl?|cefr))?$/

const names = collectNames()

/**
 * The competence a spreadsheet's column title speaks of: its code, its label or its short label in any language we
 * ship, whatever the case, accents and punctuation. Undefined when there is none.
 */
export function recogniseCompetence(header: string): Competence | undefined {
  const text = plain(header)
  const exact = names.get(text)
  if (exact !== undefined) return exact
  const inner = names.get(AROUND_A_LANGUAGE.exec(text)?.[1] ?? '')
  return inner?.kind === 'language' ? inner : undefined
}

/** Every way of writing each competence; the first one wins, and the tests prove that none is contested. */
function collectNames(): Map<string, Competence> {
  const found = new Map<string, Competence>()
  for (const competence of [...mobilityFramework().competences, ...languageCompetences()])
    for (const name of namesOf(competence)) if (!found.has(name)) found.set(name, competence)
  return found
}

export function namesOf(competence: Competence): string[] {
  const { code, label, short } = competence
  return [...new Set([code, ...LOCALES.flatMap((locale) => [label[locale], short[locale]])].map(plain))]
}

const NOT_YET_WORDS = [
  ...['pas encore', 'pas encore acquis', 'pas encore acquise', 'en cours', 'en cours d acquisition'],
  ...['not yet', 'not yet acquired', 'in progress'],
]

/**
 * The level a cell speaks of: `3`, ` 3 `, `3/4`, `3,0` (as Excel writes numbers), `niveau 3`, `b1`, a level in words in
 * any language, or « pas encore ». Undefined when the competence has no such level; an empty text has none either.
 */
export function parseLevel(competence: Competence, text: string): LevelCode | typeof NOT_YET | undefined {
  const written = text.replace(/^\s*(\d)(?:[.,]0+|\s*\/\s*4)\s*$/, '$1')
  // a sign beside a number changes what it says: « -1 » and « 3? » are no levels
  if (/\d/.test(written) && /[^\p{L}\p{N}\s,.’'+]/u.test(written)) return undefined
  const wanted = plain(written).replace(/^(?:niveau|level) /, '')
  if (NOT_YET_WORDS.includes(wanted)) return NOT_YET
  return competence.levels.find(
    ({ code, label }) =>
      plain(code) === wanted ||
      LOCALES.some(
        (locale: Locale) => plain(label[locale]) === wanted || plain(`${code} ${label[locale]}`) === wanted,
      ),
  )?.code
}
