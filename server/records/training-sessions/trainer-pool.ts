import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { foldText } from '../../kernel/fold-text.ts'
import type { AccountId, OrganisationId } from '../../kernel/ids.ts'
import { mayActIn, type StaffActor } from '../../kernel/roles.ts'
import { recordEvent } from '../../access/audit/index.ts'
import { listOrganisations, publicNameOf } from '../../access/organisations/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { SessionDeps } from './create-session.ts'
import { deleteExit, insertExit, selectExits, selectNetworkStaff } from './pool-store.ts'
import type { NamedTrainer } from './training-session.ts'

/**
 * The network's pool of trainers: everybody with a role in an open structure may be named in a session of any other, unless
 * they left the pool, or all their structures did. A structure's own sessions and those it shares are not concerned.
 */
export interface PoolTrainer extends NamedTrainer {
  /** The structure's public label: the name under which the others know it. */
  readonly structure: string
}

/** Everybody of the pool, once, by name, through the first of their structures in alphabetical order. */
export async function listPool(db: Db): Promise<PoolTrainer[]> {
  const { organisations, accounts } = await selectExits(db)
  const open = (await listOrganisations(db)).filter(({ id }) => !organisations.has(id))
  const staff = await selectNetworkStaff(db)
  const people = new Map<AccountId, PoolTrainer>()
  for (const organisation of open) {
    const structure = publicNameOf(organisation)
    for (const { organisationId, accountId, name } of staff)
      if (organisationId === organisation.id && !accounts.has(accountId) && !people.has(accountId))
        people.set(accountId, { accountId, name, through: organisationId, structure })
  }
  return [...people.values()].sort((left, right) => left.name.localeCompare(right.name, 'fr'))
}

/** Fewest letters that are looked for: less would be the list of everybody. */
export const SHORTEST_SEARCH = 2
const MOST_FOUND = 20

/** Those of the pool in whose name, or whose structure's public label, every word that was typed begins one. */
export async function searchPool(db: Db, typed: string): Promise<PoolTrainer[]> {
  const words = foldText(typed).split(' ')
  if (foldText(typed).length < SHORTEST_SEARCH) return []
  return (await listPool(db))
    .filter(({ name, structure }) => {
      const known = ` ${foldText(`${name} ${structure}`)}`
      return words.every((word) => known.includes(` ${word}`))
    })
    .slice(0, MOST_FOUND)
}

/** Whether somebody, or a structure, may be called upon by others. */
export interface PoolPlace {
  readonly who: 'self' | OrganisationId
  readonly inPool: boolean
}

/** The actor's own place in the pool, and that of each structure they coordinate. */
export async function listPoolPlaces(db: Db, actor: StaffActor): Promise<PoolPlace[]> {
  const { organisations, accounts } = await selectExits(db)
  const coordinated = actor.memberships.filter(({ role }) => role === 'coordinator')
  return [
    { who: 'self', inPool: !accounts.has(actor.accountId) },
    ...coordinated.map(({ organisationId }) => ({
      who: organisationId,
      inPool: !organisations.has(organisationId),
    })),
  ]
}

/**
 * Leaves the pool, or comes back: for oneself, or for a structure that one coordinates. Who is named in a session stays so.
 * @throws AppError `not-found` for a structure that the actor does not coordinate
 */
export async function setPoolPlace(deps: SessionDeps, actor: StaffActor, place: PoolPlace): Promise<void> {
  const { who, inPool } = place
  if (who !== 'self' && !mayActIn({ ...actor, admin: false }, who, 'coordinator'))
    throw new AppError('not-found')
  const exit = who === 'self' ? { accountId: actor.accountId } : { organisationId: who }
  const at = deps.clock.now()
  await deps.db.transaction(async (trx) => {
    const known = await selectExits(trx)
    const was = who === 'self' ? !known.accounts.has(actor.accountId) : !known.organisations.has(who)
    if (was === inPool) return
    await (inPool ? deleteExit(trx, exit) : insertExit(trx, { ...exit, at: isoInstant(at) }))
    await recordEvent(trx, {
      at,
      actor,
      action: inPool ? 'trainer-pool.joined' : 'trainer-pool.left',
      ...(who === 'self' ? {} : { organisationId: who }),
      subject: who === 'self' ? { type: 'account', id: actor.accountId } : { type: 'organisation', id: who },
    })
  })
}
