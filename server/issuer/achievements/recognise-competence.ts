import { foldText } from '../../kernel/fold-text.ts'
import { LOCALES, type Locale } from '../../kernel/locale.ts'
import { NOT_YET, type Competence, type LevelCode } from './competence.ts'
import { ownEdition, ownFrameworks } from './own-competences.ts'
import { languageCompetences, mobilityFramework } from './shipped-frameworks.ts'

/** « Allemand (CECRL) », « Langue : allemand », « Niveau d’anglais »: what stands around a language's name. */
const AROUND_A_LANGUAGE =
  /^(?:(?:langue|language|niveau(?: d| de| en)?|level of|level in) )?(.+?)(?: (?:cecrl?|cefr))?$/

// worked out again when the network publishes something
let names = { edition: ownEdition(), found: collectNames() }

function knownNames(): ReadonlyMap<string, Competence> {
  if (names.edition !== ownEdition()) names = { edition: ownEdition(), found: collectNames() }
  return names.found
}

/**
 * The competence a spreadsheet's column title speaks of: its code, its label or its short label in any language we
 * ship, whatever the case, accents and punctuation. Undefined when there is none.
 */
export function recogniseCompetence(header: string): Competence | undefined {
  const text = foldText(header)
  const known = knownNames()
  const exact = known.get(text)
  if (exact !== undefined) return exact
  const inner = known.get(AROUND_A_LANGUAGE.exec(text)?.[1] ?? '')
  return inner?.kind === 'language' ? inner : undefined
}

/** Every way of writing each competence; the first one wins, and the tests prove that none is contested. */
function collectNames(): Map<string, Competence> {
  const found = new Map<string, Competence>()
  const own = ownFrameworks().flatMap(({ competences }) => competences)
  // what every stay has comes first: a network that gives its own competence the same name means its code
  for (const competence of [...mobilityFramework().competences, ...languageCompetences(), ...own])
    for (const name of namesOf(competence)) if (!found.has(name)) found.set(name, competence)
  return found
}

export function namesOf(competence: Competence): string[] {
  const { code, label, short } = competence
  return [...new Set([code, ...LOCALES.flatMap((locale) => [label[locale], short[locale]])].map(foldText))]
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
  const wanted = foldText(written).replace(/^(?:niveau|level) /, '')
  if (NOT_YET_WORDS.includes(wanted)) return NOT_YET
  return competence.levels.find(
    ({ code, label }) =>
      foldText(code) === wanted ||
      LOCALES.some(
        (locale: Locale) =>
          foldText(label[locale]) === wanted || foldText(`${code} ${label[locale]}`) === wanted,
      ),
  )?.code
}
