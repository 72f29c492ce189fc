import type { OrganisationId } from '../../kernel/ids.ts'
import type { StaffActor } from '../../kernel/roles.ts'
import { findOrganisation, listOrganisations, type Organisation } from '../../access/organisations/index.ts'
import type { Db } from '../../platform/db/index.ts'

export interface Structure {
  readonly id: OrganisationId
  readonly name: string
}

/** The open structures where the actor may hold a session, by name. */
export async function structuresOf(db: Db, actor: StaffActor): Promise<Structure[]> {
  const organisations = actor.admin ? await listOrganisations(db) : await ownOrganisations(db, actor)
  return organisations
    .map(({ id, name }) => ({ id, name }))
    .sort((left, right) => left.name.localeCompare(right.name, 'fr'))
}

async function ownOrganisations(db: Db, actor: StaffActor): Promise<Organisation[]> {
  const found: Organisation[] = []
  for (const { organisationId } of actor.memberships) {
    const organisation = await findOrganisation(db, organisationId)
    if (organisation?.closedAt === null) found.push(organisation)
  }
  return found
}
