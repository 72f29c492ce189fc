import type { OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { plainName, type Organisation } from './organisation.ts'
import { selectOrganisation, selectOrganisations } from './store.ts'

/** A structure by its id, closed ones too: what they signed stays verifiable. */
export function findOrganisation(db: Db, id: OrganisationId): Promise<Organisation | undefined> {
  return selectOrganisation(db, { id })
}

export function findOrganisationBySlug(db: Db, slug: string): Promise<Organisation | undefined> {
  return selectOrganisation(db, { slug })
}

/**
 * The open structure somebody means by a name as people type it (accents, case, hyphens and spaces do not count):
 * its name, otherwise its public label when only one bears it.
 */
export async function findOrganisationByName(db: Db, name: string): Promise<Organisation | undefined> {
  const wanted = plainName(name)
  if (wanted === '') return undefined
  const open = await listOrganisations(db)
  const byName = open.find((organisation) => plainName(organisation.name) === wanted)
  if (byName) return byName
  const byLabel = open.filter(({ publicLabel }) => publicLabel !== null && plainName(publicLabel) === wanted)
  return byLabel.length === 1 ? byLabel[0] : undefined
}

/** The open structures, in alphabetical order (none is more equal than another). */
export async function listOrganisations(db: Db): Promise<Organisation[]> {
  const all = await selectOrganisations(db)
  return all
    .filter(({ closedAt }) => closedAt === null)
    .sort((left, right) => left.name.localeCompare(right.name, 'fr'))
}
