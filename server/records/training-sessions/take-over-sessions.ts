import { z } from 'zod'
import { isoInstant } from '../../kernel/clock.ts'
import type { LearnerId, MobilityId, OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { selectEnrolmentsOf, updateEnrolled } from './enrolment-store.ts'
import { updatePartnersOrganisation } from './session-structures-store.ts'
import { selectSession, updateSessionsOrganisation } from './store.ts'
import { updateTemplatesOrganisation } from './template-store.ts'

/** Two records of a person, of which the second goes on. */
interface Two {
  readonly from: LearnerId
  readonly into: LearnerId
}

/**
 * Gives every session of a structure to another, signed ones too: who looks after them is its team now. What it shared
 * and prepared goes along.
 */
export async function moveSessions(
  trx: Db,
  pair: { readonly from: OrganisationId; readonly into: OrganisationId },
): Promise<number> {
  const moved = await updateSessionsOrganisation(trx, pair)
  await updatePartnersOrganisation(trx, pair)
  await updateTemplatesOrganisation(trx, pair)
  return moved
}

/**
 * The places of one record in sessions become those of another, with the stays that changed. Where both have a place in
 * one (signed) session, both stay: a grid that was signed is not rewritten.
 */
export async function joinEnrolments(
  trx: Db,
  input: Two & { readonly stays: ReadonlyMap<MobilityId, MobilityId>; readonly at: Date },
): Promise<void> {
  const { from, into, stays, at } = input
  const taken = new Set((await selectEnrolmentsOf(trx, into)).map(({ sessionId }) => sessionId))
  for (const { id, sessionId, mobilityId } of await selectEnrolmentsOf(trx, from)) {
    if (taken.has(sessionId)) continue
    const stay = mobilityId === undefined ? undefined : (stays.get(mobilityId) ?? mobilityId)
    await updateEnrolled(trx, id, { learnerId: into, mobilityId: stay, at: isoInstant(at) })
  }
}

/** Titles of the sessions, not signed yet, in which both records have a place. */
export async function openSessionsOfBoth(db: Db, { from, into }: Two): Promise<string[]> {
  const taken = new Set((await selectEnrolmentsOf(db, into)).map(({ sessionId }) => sessionId))
  const titles: string[] = []
  for (const { sessionId } of await selectEnrolmentsOf(db, from)) {
    const session = taken.has(sessionId) ? await selectSession(db, sessionId) : undefined
    if (session !== undefined && session.signedAt === undefined) titles.push(session.title)
  }
  return titles
}

/** How many sessions a structure has, not signed and signed. */
export async function countSessions(
  db: Db,
  organisationId: OrganisationId,
): Promise<{ readonly open: number; readonly signed: number }> {
  const row: unknown = await db('training_sessions')
    .where({ organisation_id: organisationId })
    .count({ all: '*', signed: 'signed_at' })
    .first()
  const { all, signed } = z.object({ all: z.coerce.number(), signed: z.coerce.number() }).parse(row)
  return { open: all - signed, signed }
}
