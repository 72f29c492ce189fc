import MiniSearch from 'minisearch'
import { foldText } from '../../kernel/fold-text.ts'
import { LOCALES, type Locale } from '../../kernel/locale.ts'
import type { Db } from '../../platform/db/index.ts'
import { selectImports, selectSkills, selectSkillsNamed, type EscoImport } from './store.ts'

/** A skill of ESCO as a framework points to it. */
export interface FoundSkill {
  readonly uri: string
  readonly label: Readonly<Record<Locale, string>>
}

/** Finds skills while somebody types. */
export interface EscoSearch {
  /** The best skills for what was typed, accents and a wrong letter forgiven; none for less than two letters. */
  search(db: Db, language: Locale, text: string): Promise<FoundSkill[]>
}

const SHOWN = 12
/** One wrong letter in five. */
const FUZZINESS = 0.2
/** Words that stand in half of all labels. */
const TOO_COMMON = new Set(['de', 'des', 'du', 'la', 'le', 'les', 'l', 'd', 'et', 'en', 'of', 'the', 'and'])

interface Index {
  readonly edition: string
  readonly found: MiniSearch
}

/** One index a language, made when it is first asked for and again after another import: 13,000 skills take some 10 MB. */
export function createEscoSearch(): EscoSearch {
  const indexes = new Map<Locale, Index>()
  const indexOf = async (db: Db, { language, edition }: EscoImport): Promise<MiniSearch> => {
    const known = indexes.get(language)
    if (known?.edition === edition) return known.found
    const found = await buildIndex(db, language)
    indexes.set(language, { edition, found })
    return found
  }
  return {
    async search(db, language, text) {
      const imports = await selectImports(db)
      const imported = imports.find((one) => one.language === language) ?? imports[0]
      if (imported === undefined || foldText(text).length < 2) return []
      const hits = (await indexOf(db, imported)).search(text).slice(0, SHOWN)
      return findSkills(
        db,
        hits.map(({ id }) => String(id)),
      )
    },
  }
}

async function buildIndex(db: Db, language: Locale): Promise<MiniSearch> {
  const index = new MiniSearch({
    idField: 'uri',
    fields: ['label', 'altLabels'],
    processTerm: (term) => {
      const folded = foldText(term)
      return folded === '' || TOO_COMMON.has(folded) ? null : folded
    },
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? FUZZINESS : false),
      combineWith: 'AND',
      boost: { label: 3 },
    },
  })
  const skills = await selectSkills(db, language)
  index.addAll(skills.map(({ uri, label, altLabels }) => ({ uri, label, altLabels: altLabels.join(' ') })))
  return index
}

/** These skills in every language, in the order they are named; where a language has none, another one's words. */
export async function findSkills(db: Db, uris: readonly string[]): Promise<FoundSkill[]> {
  const rows = await selectSkillsNamed(db, uris)
  return uris.flatMap((uri) => {
    const named = rows.filter((row) => row.uri === uri)
    const [any] = named
    if (any === undefined) return []
    const words = LOCALES.map((locale) => [
      locale,
      named.find(({ language }) => language === locale)?.label ?? any.label,
    ])
    return [{ uri, label: Object.fromEntries(words) as Record<Locale, string> }]
  })
}
