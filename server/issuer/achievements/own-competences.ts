import type { Competence, Framework } from './competence.ts'

/**
 * What the network wrote itself, as this process knows it. A published version never changes and is never taken away, so
 * what was learnt once stays true: a session or a credential of former years finds its words.
 */
const versions = new Map<string, Competence>()
/** Code → what all versions of a competence have in common. */
const lineages = new Map<string, string>()
let offered: readonly Framework[] = []
let edition = 0

/** Adds published versions, and says which frameworks are offered from now on. */
export function learnOwnFrameworks(known: {
  readonly versions: readonly (Competence & { readonly lineage: string })[]
  readonly offered: readonly Framework[]
}): void {
  for (const { lineage, ...competence } of known.versions) {
    versions.set(competence.code, competence)
    lineages.set(competence.code, lineage)
  }
  offered = known.offered
  edition++
}

/** The network's own frameworks in the version that is offered today. */
export const ownFrameworks = (): readonly Framework[] => offered

/** A published version by its code. */
export const findOwnCompetence = (code: string): Competence | undefined => versions.get(code)

/** The same text for every version of a competence; a shipped one has a single version, its code. */
export const lineageOf = (code: string): string => lineages.get(code) ?? code

/** Another number whenever something was learnt: for whoever keeps what it worked out from it. */
export const ownEdition = (): number => edition
