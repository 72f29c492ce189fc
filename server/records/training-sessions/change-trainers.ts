import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { AccountId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import type { SessionDeps } from './create-session.ts'
import { nameableTrainers, namingScope } from './nameable-trainers.ts'
import { requireLockedPreparation } from './require-session-access.ts'
import { deleteTrainer, insertTrainer, selectTrainers } from './trainer-store.ts'
import type { NamedTrainer, TrainingSession } from './training-session.ts'
import { recordSessionEvent } from './record-session-event.ts'

interface Naming {
  readonly sessionId: string
  readonly accountId: string
}

/** Who is named in the session, by name. Access to the session is checked before. */
export function listNamed(db: Db, session: TrainingSession): Promise<NamedTrainer[]> {
  return selectTrainers(db, session)
}

/**
 * Who is named in the session, whom of its structures the actor could name too, and whether they may look in the network's
 * pool. Access to the session is checked before.
 */
export async function listTrainers(
  db: Db,
  actor: Actor,
  session: TrainingSession,
): Promise<{
  readonly named: readonly NamedTrainer[]
  readonly others: readonly NamedTrainer[]
  readonly mayRemove: (trainer: NamedTrainer) => boolean
  readonly pool: boolean
}> {
  const named = await selectTrainers(db, session)
  const ids = new Set(named.map(({ accountId }) => accountId))
  const scope = await namingScope(db, actor, session)
  const people = await nameableTrainers(db, scope.structures, { pool: false })
  return {
    named,
    others: [...people.values()].filter(({ accountId }) => !ids.has(accountId)),
    mayRemove: ({ through }) => scope.pool || scope.structures.includes(through),
    pool: scope.pool,
  }
}

/**
 * Names somebody as trainer: of the session's structures, or of the network's pool; whoever only prepares the session
 * names people of their own structure.
 * @throws AppError `not-found` (session), `invalid-input` (nobody the actor may name)
 */
export async function addTrainer(deps: SessionDeps, actor: Actor, input: Naming): Promise<void> {
  await deps.db.transaction(async (trx) => {
    const session = await requireLockedPreparation(trx, actor, input.sessionId)
    const scope = await namingScope(trx, actor, session)
    const people = await nameableTrainers(trx, scope.structures, scope)
    const found = people.get(input.accountId as AccountId)
    if (!found) throw new AppError('invalid-input', {}, [{ field: 'accountId', message: 'fields.choice' }])
    const at = deps.clock.now()
    const { accountId, through } = found
    await insertTrainer(trx, { sessionId: session.id, accountId, through, addedAt: isoInstant(at) })
    await recordSessionEvent(trx, session, {
      at,
      actor,
      action: 'session.trainer-added',
      details: { accountId },
    })
  })
}

/**
 * Takes a name off the session. The last one stays: a session without a trainer could be reached by nobody of them.
 * @throws AppError `not-found` (session, not named, or named by another structure than the one who only prepares),
 * `invalid-input` (the last one)
 */
export async function removeTrainer(deps: SessionDeps, actor: Actor, input: Naming): Promise<void> {
  await deps.db.transaction(async (trx) => {
    const session = await requireLockedPreparation(trx, actor, input.sessionId)
    const { named, mayRemove } = await listTrainers(trx, actor, session)
    const found = named.find(({ accountId }) => accountId === input.accountId)
    if (!found || !mayRemove(found)) throw new AppError('not-found')
    if (named.length === 1)
      throw new AppError('invalid-input', {}, [{ field: 'accountId', message: 'fields.lastTrainer' }])
    await deleteTrainer(trx, session.id, found.accountId)
    const at = deps.clock.now()
    const { accountId } = found
    await recordSessionEvent(trx, session, {
      at,
      actor,
      action: 'session.trainer-removed',
      details: { accountId },
    })
  })
}
