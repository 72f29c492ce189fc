import { findCompetence } from '../../server/issuer/achievements/index.ts'
import { translator } from '../../server/platform/i18n/index.ts'

/** The French a visitor reads: journeys follow what a page says, whatever words it says it with. */
export const t = translator('fr')

/** The name of a competence as pages write it. */
export function competence(code: string): string {
  const found = findCompetence(code)
  if (found === undefined) throw new Error(`no such competence: ${code}`)
  return found.label.fr
}

/** The label of one cell of the grid. */
export const levelOf = (code: string, name: string): string =>
  t('sessions.levelOf', { competence: competence(code), name })
