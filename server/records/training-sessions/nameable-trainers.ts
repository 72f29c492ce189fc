import type { AccountId, OrganisationId } from '../../kernel/ids.ts'
import { mayActIn, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { reachOf } from './require-session-access.ts'
import { selectPartners } from './session-structures-store.ts'
import { listPool } from './trainer-pool.ts'
import { selectStaffOf } from './trainer-store.ts'
import type { NamedTrainer, TrainingSession } from './training-session.ts'

/** The team of one structure, by name, to be named through it. */
export async function staffOf(db: Db, organisationId: OrganisationId): Promise<NamedTrainer[]> {
  return (await selectStaffOf(db, organisationId)).map((person) => ({ ...person, through: organisationId }))
}

/**
 * Whom the actor may name in a session of these structures, through the first of them where they have a role: the teams of
 * the session's structures, and the network's pool. Somebody who only prepares names their own structure's people.
 */
export async function nameableTrainers(
  db: Db,
  structures: readonly OrganisationId[],
  options: { readonly pool: boolean },
): Promise<ReadonlyMap<AccountId, NamedTrainer>> {
  const people = new Map<AccountId, NamedTrainer>()
  const keep = (found: readonly NamedTrainer[]): void => {
    for (const { accountId, name, through } of found)
      if (!people.has(accountId)) people.set(accountId, { accountId, name, through })
  }
  for (const structure of structures) keep(await staffOf(db, structure))
  if (options.pool) keep(await listPool(db))
  return people
}

/** The structures of the session whose people the actor may name, and whether the whole pool is open to them. */
export async function namingScope(
  db: Db,
  actor: Actor,
  session: TrainingSession,
): Promise<{ readonly structures: readonly OrganisationId[]; readonly pool: boolean }> {
  const all = [session.organisationId, ...(await selectPartners(db, session.id))]
  if ((await reachOf(db, actor, session)) === 'work') return { structures: all, pool: true }
  return { structures: all.filter((id) => mayActIn(actor, id, 'coordinator')), pool: false }
}
