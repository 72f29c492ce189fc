import type { LearnerId, OrganisationId } from '../../kernel/ids.ts'
import { mayActIn, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Learner } from './learner.ts'
import { scopeOf, type LearnerScope } from './learner-scope.ts'
import { splitFolded, unlikenessTo, wordsOfName } from './name-likeness.ts'
import { findLearners, selectKnownNames, type KnownName } from './store.ts'

export interface LearnerSearch {
  /** What was typed of a name: any of its words in any order, the last one perhaps unfinished, slips forgiven. */
  readonly text: string
  /**
   * Whole rosters to look in, of structures where the actor has a role (the others are left out): a trainer who enrols
   * somebody finds everybody of their structure. Without it: whom the actor's own roster shows.
   */
  readonly organisationIds?: readonly OrganisationId[]
  readonly limit: number
}

/** Young people whose name is like what was typed, the likest first. Nobody when nothing was typed. */
export async function searchLearners(db: Db, actor: Actor, search: LearnerSearch): Promise<Learner[]> {
  const known = await selectKnownNames(db, scopeOfSearch(actor, search.organisationIds))
  const ids = rankByName(known, search.text)
    .slice(0, search.limit)
    .map(({ id }) => id)
  return inOrder(await findLearners(db, ids), ids)
}

function scopeOfSearch(actor: Actor, wanted: LearnerSearch['organisationIds']): LearnerScope {
  if (wanted === undefined) return scopeOf(actor)
  return { kind: 'some', organisationIds: wanted.filter((id) => mayActIn(actor, id, 'trainer')) }
}

/** Those whose name is like what was typed, the likest first, equals in the order they came. */
export function rankByName(known: readonly KnownName[], text: string): KnownName[] {
  const typed = splitFolded(text)
  if (typed.length === 0) return []
  const unlikeness = unlikenessTo(typed)
  return known
    .flatMap((name) => {
      const cost = unlikeness(wordsOfName(name.familyName, name.givenName))
      return cost === undefined ? [] : [{ name, cost }]
    })
    .sort((left, right) => left.cost - right.cost)
    .map(({ name }) => name)
}

/** The learners in the order of their ids. */
export function inOrder(learners: readonly Learner[], ids: readonly LearnerId[]): Learner[] {
  const byId = new Map(learners.map((learner) => [learner.id, learner]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
