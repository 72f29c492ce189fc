import { AppError } from '../../kernel/errors.ts'
import { mayActIn, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { selectPartners } from './session-structures-store.ts'
import { lockSession, selectSession } from './store.ts'
import { selectTrainerNaming } from './trainer-store.ts'
import type { TrainingSession } from './training-session.ts'

/*
 * Who reaches a training session, whose own structure signs it and which other structures may share as equals:
 *
 *   who                                                      prepares it    works in it
 *   coordinator of its own structure                         yes            yes
 *   trainer named in it, from any structure of the network   yes            yes
 *   coordinator of a partner structure, not named            yes            no
 *   trainer of its own or a partner structure, not named     no             no
 *   anybody of another structure                             no             no
 *   the platform's admin, the system                         yes            yes
 *
 * Preparing: to see its programme, its team and the names of who is expected; to edit the programme, to print the blank
 * sheets, to enrol youths of structures where one has a role, to name trainers of one's own structure.
 * Working: everything else, about everybody in the room: attendance, levels, observations, evidence, the signature. Who is
 * named saw the young people, and being named is the mandate to say so in the name of the session's structure.
 *
 * A trainer is named through one structure (their own at that moment) and works in the session as long as they have a
 * role there, or in a structure of the session. To whoever does not reach a session it does not exist: `not-found`.
 */
export type SessionReach = 'work' | 'prepare'

/** What the actor may do with the session; undefined when it does not exist for them. */
export async function reachOf(
  db: Db,
  actor: Actor,
  session: TrainingSession,
): Promise<SessionReach | undefined> {
  if (mayActIn(actor, session.organisationId, 'coordinator')) return 'work'
  const partners = await selectPartners(db, session.id)
  if (await worksAsNamed(db, actor, session, partners)) return 'work'
  return partners.some((id) => mayActIn(actor, id, 'coordinator')) ? 'prepare' : undefined
}

async function worksAsNamed(
  db: Db,
  actor: Actor,
  session: TrainingSession,
  partners: readonly TrainingSession['organisationId'][],
): Promise<boolean> {
  if (actor.kind !== 'staff') return false
  const naming = await selectTrainerNaming(db, session.id, actor.accountId)
  if (naming === undefined) return false
  const grounds = [naming.through ?? session.organisationId, session.organisationId, ...partners]
  return grounds.some((id) => mayActIn({ ...actor, admin: false }, id, 'trainer'))
}

/**
 * The actor as the session's structure sees them: somebody named as trainer from elsewhere has a trainer's role in it for
 * this session, and for nothing else. Give what it returns to the rules of signing and correcting this session only.
 */
export async function actingIn(db: Db, actor: Actor, session: TrainingSession): Promise<Actor> {
  if (actor.kind !== 'staff') return actor
  if (!(await worksAsNamed(db, actor, session, await selectPartners(db, session.id)))) return actor
  const mandate = { organisationId: session.organisationId, role: 'trainer' } as const
  return { ...actor, memberships: [...actor.memberships, mandate] }
}

/**
 * The session, when the actor may work in it.
 * @throws AppError `not-found`
 */
export async function requireSessionAccess(
  db: Db,
  actor: Actor,
  sessionId: string,
): Promise<TrainingSession> {
  return allow(db, actor, await selectSession(db, sessionId), 'work')
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
  return allow(trx, actor, await lockSession(trx, sessionId), 'work')
}

/**
 * {@link requireSessionAccess} for a change: the session is still unsigned, and stays so until the transaction ends.
 * @throws AppError `not-found`, `session-already-signed`
 */
export async function requireOpenSession(trx: Db, actor: Actor, sessionId: string): Promise<TrainingSession> {
  return unsigned(await requireLockedSession(trx, actor, sessionId))
}

/**
 * The session, when the actor may prepare it.
 * @throws AppError `not-found`
 */
export async function requirePreparation(db: Db, actor: Actor, sessionId: string): Promise<TrainingSession> {
  return allow(db, actor, await selectSession(db, sessionId), 'prepare')
}

/**
 * {@link requirePreparation} for a change that a signed session allows too.
 * @throws AppError `not-found`
 */
export async function requireLockedPreparation(
  trx: Db,
  actor: Actor,
  sessionId: string,
): Promise<TrainingSession> {
  return allow(trx, actor, await lockSession(trx, sessionId), 'prepare')
}

/**
 * {@link requirePreparation} for a change: the session is still unsigned, and stays so until the transaction ends.
 * @throws AppError `not-found`, `session-already-signed`
 */
export async function requireOpenPreparation(
  trx: Db,
  actor: Actor,
  sessionId: string,
): Promise<TrainingSession> {
  return unsigned(await requireLockedPreparation(trx, actor, sessionId))
}

function unsigned(session: TrainingSession): TrainingSession {
  if (session.signedAt !== undefined) throw new AppError('session-already-signed')
  return session
}

async function allow(
  db: Db,
  actor: Actor,
  session: TrainingSession | undefined,
  wanted: SessionReach,
): Promise<TrainingSession> {
  if (session === undefined) throw new AppError('not-found')
  const reach = await reachOf(db, actor, session)
  if (reach === undefined || (wanted === 'work' && reach !== 'work')) throw new AppError('not-found')
  return session
}
