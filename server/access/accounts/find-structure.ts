import { AppError } from '../../kernel/errors.ts'
import { mayActIn, type StaffActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { findOrganisation, findOrganisationBySlug, type Organisation } from '../organisations/index.ts'

/**
 * The structure at this address, for somebody who belongs to it or runs the platform.
 * @throws AppError `not-found`: also when it exists, because who works where is the structure's own business
 */
export async function requireOwnStructure(db: Db, actor: StaffActor, slug: string): Promise<Organisation> {
  const organisation = await findOrganisationBySlug(db, slug)
  if (organisation?.closedAt !== null || !mayActIn(actor, organisation.id, 'trainer'))
    throw new AppError('not-found')
  return organisation
}

/** The open structures somebody belongs to, in alphabetical order. */
export async function ownStructures(db: Db, actor: StaffActor): Promise<Organisation[]> {
  const found: Organisation[] = []
  for (const { organisationId } of actor.memberships) {
    const organisation = await findOrganisation(db, organisationId)
    if (organisation?.closedAt === null) found.push(organisation)
  }
  return found.sort((left, right) => left.name.localeCompare(right.name, 'fr'))
}
