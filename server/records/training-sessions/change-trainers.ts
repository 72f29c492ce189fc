import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { AccountId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import { recordEvent } from '../../access/audit/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { SessionDeps } from './create-session.ts'
import { requireLockedSession } from './require-session-access.ts'
import { deleteTrainer, insertTrainer, selectStaffOf, selectTrainers } from './store.ts'
import type { SessionTrainer, TrainingSession } from './training-session.ts'

interface Naming {
  readonly sessionId: string
  readonly accountId: string
}

/** Who is named in the session, and who of the structure could be. Access to the session is checked before. */
export async function listTrainers(
  db: Db,
  session: TrainingSession,
): Promise<{ readonly named: readonly SessionTrainer[]; readonly others: readonly SessionTrainer[] }> {
  const named = await selectTrainers(db, session.id)
  const ids = new Set(named.map(({ accountId }) => accountId))
  const others = (await selectStaffOf(db, session.organisationId)).filter(
    ({ accountId }) => !ids.has(accountId),
  )
  return { named, others }
}

/**
 * Names somebody of the same structure as trainer.
 * @throws AppError `not-found` (session), `invalid-input` (nobody of this structure)
 */
export async function addTrainer(deps: SessionDeps, actor: Actor, input: Naming): Promise<void> {
  await deps.db.transaction(async (trx) => {
    const session = await requireLockedSession(trx, actor, input.sessionId)
    const found = (await selectStaffOf(trx, session.organisationId)).find(
      ({ accountId }) => accountId === input.accountId,
    )
    if (!found) throw new AppError('invalid-input', {}, [{ field: 'accountId', message: 'fields.choice' }])
    const at = deps.clock.now()
    await insertTrainer(trx, { sessionId: session.id, accountId: found.accountId, addedAt: isoInstant(at) })
    await recordChange(trx, {
      at,
      actor,
      action: 'session.trainer-added',
      session,
      accountId: found.accountId,
    })
  })
}

/**
 * Takes a name off the session. The last one stays: a session without a trainer could be reached by nobody of them.
 * @throws AppError `not-found` (session, or not named), `invalid-input` (the last one)
 */
export async function removeTrainer(deps: SessionDeps, actor: Actor, input: Naming): Promise<void> {
  await deps.db.transaction(async (trx) => {
    const session = await requireLockedSession(trx, actor, input.sessionId)
    const named = await selectTrainers(trx, session.id)
    const found = named.find(({ accountId }) => accountId === input.accountId)
    if (!found) throw new AppError('not-found')
    if (named.length === 1)
      throw new AppError('invalid-input', {}, [{ field: 'accountId', message: 'fields.lastTrainer' }])
    await deleteTrainer(trx, session.id, found.accountId)
    const at = deps.clock.now()
    await recordChange(trx, {
      at,
      actor,
      action: 'session.trainer-removed',
      session,
      accountId: found.accountId,
    })
  })
}

async function recordChange(
  trx: Db,
  event: { at: Date; actor: Actor; action: string; session: TrainingSession; accountId: AccountId },
): Promise<void> {
  await recordEvent(trx, {
    at: event.at,
    actor: event.actor,
    action: event.action,
    organisationId: event.session.organisationId,
    subject: { type: 'training-session', id: event.session.id },
    details: { accountId: event.accountId },
  })
}
