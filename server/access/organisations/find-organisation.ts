import type { OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { plainName, type Organisation } from './organisation.ts'
import { selectFormerNames, selectOrganisation, selectOrganisations } from './store.ts'
import { todayOf } from './today-of.ts'

/** A structure by its id, closed ones too: what they signed stays verifiable. */
export function findOrganisation(db: Db, id: OrganisationId): Promise<Organisation | undefined> {
  return selectOrganisation(db, { id })
}

export function findOrganisationBySlug(db: Db, slug: string): Promise<Organisation | undefined> {
  return selectOrganisation(db, { slug })
}

/**
 * The open structure that bears a name as people type it (accents, case, hyphens and spaces do not count): its name,
 * otherwise its public label when only one bears it.
 */
export async function findOpenOrganisationByName(db: Db, name: string): Promise<Organisation | undefined> {
  return bearerOf(name, await listOrganisations(db))
}

/**
 * The open structure somebody means: the one that bears the name today, otherwise the one that bore it once, or that
 * took over the one that did. People go on writing a name for years after it is gone.
 */
export async function findOrganisationByName(db: Db, name: string): Promise<Organisation | undefined> {
  const today = await findOpenOrganisationByName(db, name)
  if (today !== undefined || plainName(name) === '') return today
  const gone = (await selectOrganisations(db)).filter(({ succeededBy }) => succeededBy !== null)
  const former = (await selectFormerNames(db)).map((named) => ({ ...named, id: named.organisationId }))
  const meant = bearerOf(name, gone) ?? bearerOf(name, former)
  const successor = meant && (await todayOf(db, meant.id))
  return successor?.state === 'open' ? successor.organisation : undefined
}

/**
 * The closed structure, without a successor, that somebody may mean by a name that no open one answers to: what is asked
 * in its name is refused rather than given to a new one that happens to be called alike.
 */
export async function findClosedOrganisationByName(db: Db, name: string): Promise<Organisation | undefined> {
  const closed = await listClosedOrganisations(db)
  return bearerOf(
    name,
    closed.filter(({ succeededBy }) => succeededBy === null),
  )
}

function bearerOf<Named extends { readonly name: string; readonly publicLabel: string | null }>(
  name: string,
  among: readonly Named[],
): Named | undefined {
  const wanted = plainName(name)
  if (wanted === '') return undefined
  const byName = among.find((one) => plainName(one.name) === wanted)
  if (byName) return byName
  const byLabel = among.filter(({ publicLabel }) => publicLabel !== null && plainName(publicLabel) === wanted)
  return byLabel.length === 1 ? byLabel[0] : undefined
}

/** The open structures, in alphabetical order (none is more equal than another). */
export async function listOrganisations(db: Db): Promise<Organisation[]> {
  return (await inOrder(db)).filter(({ closedAt }) => closedAt === null)
}

/** The closed structures, taken over or not, in alphabetical order. */
export async function listClosedOrganisations(db: Db): Promise<Organisation[]> {
  return (await inOrder(db)).filter(({ closedAt }) => closedAt !== null)
}

async function inOrder(db: Db): Promise<Organisation[]> {
  const all = await selectOrganisations(db)
  return all.sort((left, right) => left.name.localeCompare(right.name, 'fr'))
}
