import type { LearnerId, OrganisationId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { splitFolded } from '../learners/index.ts'
import { suspicionOf, type Suspicion, type Trait } from './likeness.ts'
import { inPairOrder, selectDistinctions, selectStays, selectTraits } from './store.ts'

/** Two records that may be one person. */
export interface Suspects {
  readonly one: LearnerId
  readonly other: LearnerId
  readonly why: Suspicion
}

/** A word that so many people bear suggests nothing; those who bear it and are one person share another. */
const TOO_COMMON = 400

/**
 * Pairs that may be one person among the records of the structures the actor coordinates, for an admin of the whole
 * network: the likeliest first, without those of whom somebody said that they are not.
 */
export async function findSuspects(db: Db, actor: Actor): Promise<Suspects[]> {
  const structures = coordinatedBy(actor)
  if (structures?.length === 0) return []
  const traits = await readTraits(db, structures)
  const distinct = await selectDistinctions(db)
  const found = new Map<string, Suspects>()
  for (const group of groupsOf(traits))
    for (const [place, one] of group.entries())
      for (const other of group.slice(place + 1)) {
        const why = suspicionOf(one, other)
        const pair = why && inPairOrder(one.id, other.id).join(' ')
        if (why === undefined || pair === undefined || distinct.has(pair)) continue
        found.set(pair, { one: one.id as LearnerId, other: other.id as LearnerId, why })
      }
  return [...found.values()].sort((left, right) => right.why.weight - left.why.weight)
}

/** The structures whose records the actor may merge; undefined for all of them. */
function coordinatedBy(actor: Actor): OrganisationId[] | undefined {
  if (actor.kind === 'system' || actor.admin) return undefined
  return actor.memberships
    .filter(({ role }) => role === 'coordinator')
    .map(({ organisationId }) => organisationId)
}

async function readTraits(db: Db, structures: readonly OrganisationId[] | undefined): Promise<Trait[]> {
  const stays = Map.groupBy(await selectStays(db, structures), (stay) => stay.learner_id)
  return (await selectTraits(db, structures)).map((row): Trait => {
    const [family = '', given = ''] = row.identity_key.split('|')
    return {
      id: row.id,
      organisationId: row.organisation_id,
      words: [...splitFolded(family), ...splitFolded(given)],
      birthDate: row.birth_date,
      stays: (stays.get(row.id) ?? []).map((stay) => ({
        startsOn: stay.starts_on,
        endsOn: stay.ends_on,
        hostCountry: stay.host_country,
      })),
    }
  })
}

/**
 * Who is worth comparing with whom: who shares a word of the name, the whole name written as one, or the day of birth. Two
 * slips of the finger in both names of somebody whose day of birth is wrong as well are found by nobody.
 */
function groupsOf(traits: readonly Trait[]): (readonly Trait[])[] {
  const groups = new Map<string, Trait[]>()
  const put = (key: string, trait: Trait): void => {
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [trait])
    else group.push(trait)
  }
  for (const trait of traits) {
    const { words, birthDate } = trait
    for (const word of new Set(words)) put(word, trait)
    put(`whole ${words.toSorted().join('')}`, trait)
    if (birthDate !== null) put(birthDate, trait)
  }
  return [...groups.values()].filter(({ length }) => length > 1 && length <= TOO_COMMON)
}
