import { AppError } from '../../kernel/errors.ts'
import { mayActIn, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { isNamedTrainer, lockSession, selectSession } from './store.ts'
import type { TrainingSession } from './training-session.ts'

/**
 * The session, when the actor may see it: a coordinator of its structure, a trainer of its structure who is named in
 * it, an admin or the system. To everybody else it does not exist.
 * @throws AppError `not-found`
 */
export async function requireSessionAccess(
  db: Db,
  actor: Actor,
  sessionId: string,
): Promise<TrainingSession> {
  return allow(db, actor, await selectSession(db, sessionId))
}

/**
 * {@link requireSessionAccess} for a change that a signed session allows too: its row waits for nobody else until the
 * transaction ends.
 * @throws AppError `not-found`
 */
export async function requireLockedSession(
  trx: Db,
  actor: Actor,
  sessionId: string,
): Promise<TrainingSession> {
  return allow(trx, actor, await lockSession(trx, sessionId))
}

/**
 * {@link requireSessionAccess} for a change: the session is still unsigned, and stays so until the transaction ends.
 * @throws AppError `not-found`, `session-already-signed`
 */
export async function requireOpenSession(trx: Db, actor: Actor, sessionId: string): Promise<TrainingSession> {
  const session = await requireLockedSession(trx, actor, sessionId)
  if (session.signedAt !== undefined) throw new AppError('session-already-signed')
  return session
}

async function allow(db: Db, actor: Actor, session: TrainingSession | undefined): Promise<TrainingSession> {
  if (session === undefined) throw new AppError('not-found')
  if (mayActIn(actor, session.organisationId, 'coordinator')) return session
  const named =
    actor.kind === 'staff' &&
    mayActIn(actor, session.organisationId, 'trainer') &&
    (await isNamedTrainer(db, session.id, actor.accountId))
  if (!named) throw new AppError('not-found')
  return session
}
