import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { newSecretToken, type AccountId } from '../../kernel/ids.ts'
import type { StaffActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { findStaffActor, hashToken } from '../accounts/index.ts'
import { recordEvent } from '../audit/index.ts'
import { authenticate, type Attempt } from './authenticate.ts'
import { ABSOLUTE_MS, isAlive, isDueForTouch } from './login-session.ts'
import {
  deleteExpiredLoginSessions,
  deleteLoginSession,
  insertLoginSession,
  selectLoginSession,
  updateLastSeen,
} from './store.ts'

export interface LoginDeps {
  readonly db: Db
  readonly clock: Clock
}

/** Who is signed in, and on which browser. Tokens are bearer secrets: they belong in the cookie and nowhere else. */
export interface Login {
  /** Checks address and password and signs in. @throws AppError `login-failed`, `too-many-requests` */
  authenticate(attempt: Attempt): Promise<string>
  /** Signs somebody in who proved who they are by another way (the link of an invitation). Returns the token. */
  start(accountId: AccountId): Promise<string>
  /** Who holds this token, with the roles of this moment; undefined when it ended, expired or never was. */
  resolve(token: string): Promise<StaffActor | undefined>
  /** Signs out: the token is worth nothing from now on, wherever it is kept. */
  end(token: string): Promise<void>
}

export function createLogin(deps: LoginDeps): Login {
  return {
    authenticate: async (attempt) => startSession(deps, await authenticate(deps, attempt)),
    start: (accountId) => startSession(deps, accountId),
    resolve: (token) => resolveSession(deps, token),
    end: (token) => endSession(deps, token),
  }
}

async function startSession(deps: LoginDeps, accountId: AccountId): Promise<string> {
  const token = newSecretToken()
  const at = deps.clock.now()
  await deps.db.transaction(async (trx) => {
    await deleteExpiredLoginSessions(trx, isoInstant(at))
    await insertLoginSession(trx, hashToken(token), {
      accountId,
      createdAt: isoInstant(at),
      lastSeenAt: isoInstant(at),
      expiresAt: isoInstant(new Date(at.getTime() + ABSOLUTE_MS)),
    })
    const actor = await findStaffActor(trx, accountId)
    await recordEvent(trx, {
      at,
      actor: actor ?? { kind: 'system', name: 'login' },
      action: 'login.started',
      subject: { type: 'account', id: accountId },
    })
  })
  return token
}

async function resolveSession({ db, clock }: LoginDeps, token: string): Promise<StaffActor | undefined> {
  const tokenHash = hashToken(token)
  const session = await selectLoginSession(db, tokenHash)
  const now = clock.now()
  if (session === undefined || !isAlive(session, now)) return undefined
  const actor = await findStaffActor(db, session.accountId)
  if (actor !== undefined && isDueForTouch(session, now)) await updateLastSeen(db, tokenHash, isoInstant(now))
  return actor
}

async function endSession({ db, clock }: LoginDeps, token: string): Promise<void> {
  const tokenHash = hashToken(token)
  const session = await selectLoginSession(db, tokenHash)
  if (session === undefined) return
  await db.transaction(async (trx) => {
    await deleteLoginSession(trx, tokenHash)
    const actor = await findStaffActor(trx, session.accountId)
    await recordEvent(trx, {
      at: clock.now(),
      actor: actor ?? { kind: 'system', name: 'login' },
      action: 'login.ended',
      subject: { type: 'account', id: session.accountId },
    })
  })
}
