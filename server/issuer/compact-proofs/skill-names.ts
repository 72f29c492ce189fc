import type { Language } from '../../kernel/locale.ts'
import type { Db } from '../../platform/db/index.ts'
import type { SkillNames } from '../../vc/compact-proof/index.ts'
import { competenceIn, findCompetence, levelIn } from '../achievements/index.ts'
import { allNumbers } from './number-store.ts'

/**
 * The words of every competence that was ever printed, by its number, in a reader's language; those of a network's own
 * competence in English where nobody has written them.
 */
export async function skillNames(deps: { readonly db: Db }, language: Language): Promise<SkillNames> {
  const numbered = (await allNumbers(deps.db)).flatMap(({ number, code }) => {
    const competence = findCompetence(code)
    if (competence === undefined) return []
    const { label: name } = competenceIn(language, competence)
    const levels = competence.levels.map((level) => levelIn(language, competence, level.code))
    return [[number, { name, levels }] as const]
  })
  return Object.fromEntries(numbered)
}
