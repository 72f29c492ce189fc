import type { OrganisationId } from '../../kernel/ids.ts'
import { mayActIn, type Actor, type StaffActor } from '../../kernel/roles.ts'
import {
  findOrganisation,
  listOrganisations,
  publicNameOf,
  type Organisation,
} from '../../access/organisations/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Enrolment } from './enrolment.ts'
import { selectPartners, selectPartnersOf } from './session-structures-store.ts'
import type { TrainingSession } from './training-session.ts'

export interface Structure {
  readonly id: OrganisationId
  readonly name: string
}

const byName = (left: Structure, right: Structure): number => left.name.localeCompare(right.name, 'fr')

/** The open structures where the actor may hold a session, by name. */
export async function structuresOf(db: Db, actor: StaffActor): Promise<Structure[]> {
  const organisations = actor.admin ? await listOrganisations(db) : await ownOrganisations(db, actor)
  return organisations.map(({ id, name }) => ({ id, name })).sort(byName)
}

async function ownOrganisations(db: Db, actor: StaffActor): Promise<Organisation[]> {
  const found: Organisation[] = []
  for (const { organisationId } of actor.memberships) {
    const organisation = await findOrganisation(db, organisationId)
    if (organisation?.closedAt === null) found.push(organisation)
  }
  return found
}

/** Structures by the name that all of them may read, in alphabetical order: none is more equal than another. */
export async function namedStructures(db: Db, ids: readonly OrganisationId[]): Promise<Structure[]> {
  const found: Structure[] = []
  for (const id of new Set(ids)) {
    const organisation = await findOrganisation(db, id)
    if (organisation !== undefined) found.push({ id, name: publicNameOf(organisation) })
  }
  return found.sort(byName)
}

/** The structures that hold the session, its own among them, as equals. */
export async function sessionStructures(db: Db, session: TrainingSession): Promise<Structure[]> {
  return namedStructures(db, [session.organisationId, ...(await selectPartners(db, session.id))])
}

/** The structures of the session in whose roster the actor may look and write. */
export async function rostersOf(db: Db, actor: Actor, session: TrainingSession): Promise<Structure[]> {
  return (await sessionStructures(db, session)).filter(({ id }) => mayActIn(actor, id, 'trainer'))
}

/** The open structures that do not hold the session yet. */
export async function otherStructures(db: Db, session: TrainingSession): Promise<Structure[]> {
  const held = new Set([session.organisationId, ...(await selectPartners(db, session.id))])
  return (await listOrganisations(db))
    .filter(({ id }) => !held.has(id))
    .map((organisation) => ({ id: organisation.id, name: publicNameOf(organisation) }))
    .sort(byName)
}

/** The structures that hold each of these sessions, in two queries and one a structure. */
export async function structuresOfSessions(
  db: Db,
  sessions: readonly TrainingSession[],
): Promise<ReadonlyMap<string, readonly Structure[]>> {
  const partners = await selectPartnersOf(
    db,
    sessions.map(({ id }) => id),
  )
  const ids = [
    ...sessions.map(({ organisationId }) => organisationId),
    ...partners.map((one) => one.organisationId),
  ]
  const names = await namedStructures(db, ids)
  return new Map(
    sessions.map((session) => {
      const held = partners.filter(({ sessionId }) => sessionId === session.id)
      const own = new Set([session.organisationId, ...held.map(({ organisationId }) => organisationId)])
      return [session.id, names.filter(({ id }) => own.has(id))]
    }),
  )
}

/**
 * How to tell, beside a name, from which structure somebody comes: nothing to tell when everybody comes from one.
 */
export async function structureTeller(
  db: Db,
  enrolments: readonly Enrolment[],
): Promise<(enrolment: Enrolment) => string | undefined> {
  const idOf = ({ sentBy, learner }: Enrolment): OrganisationId => sentBy?.id ?? learner.organisationId
  const names = new Map(
    (await namedStructures(db, enrolments.map(idOf))).map(({ id, name }) => [id, name] as const),
  )
  return (enrolment) => (names.size < 2 ? undefined : names.get(idOf(enrolment)))
}
