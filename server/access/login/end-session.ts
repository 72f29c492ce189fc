import type { AccountId } from '../../kernel/ids.ts'
import { AppError } from '../../kernel/errors.ts'
import type { Actor, StaffActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { findStaffActor, hashToken } from '../accounts/index.ts'
import { recordEvent } from '../audit/index.ts'
import type { LoginDeps } from './create-login.ts'
import type { LoginSessionId } from './login-session.ts'
import { deletePendingLoginsOf } from './pending-store.ts'
import { deleteLoginSession, deleteLoginSessionsOf, selectLoginSession } from './store.ts'

/** What is left to do elsewhere. */
export interface EndedSession {
  /** Sealed; of a session that began at another organisation. */
  readonly idToken: string | undefined
}

/** Signs one browser out by its own token. */
export async function endSession({ db, clock }: LoginDeps, token: string): Promise<EndedSession> {
  const tokenHash = hashToken(token)
  const session = await selectLoginSession(db, tokenHash)
  if (session === undefined) return { idToken: undefined }
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
  return { idToken: session.idToken ?? undefined }
}

/** Signs an account out everywhere, also where it is half way in; inside the caller's transaction. */
export async function endAllSessions(trx: Db, accountId: AccountId): Promise<number> {
  await deletePendingLoginsOf(trx, accountId)
  return deleteLoginSessionsOf(trx, accountId)
}

/** Signs out one of one's own browsers. @throws AppError `not-found` when it is not one's own */
export async function endOwnSession(deps: LoginDeps, actor: StaffActor, id: LoginSessionId): Promise<void> {
  await deps.db.transaction(async (trx) => {
    if ((await deleteLoginSessionsOf(trx, actor.accountId, { only: id })) === 0)
      throw new AppError('not-found')
    await noteEnded(deps, trx, actor, { accountId: actor.accountId, count: 1 })
  })
}

/** Signs out all of one's browsers but this one. @returns how many */
export async function endOtherSessions(
  deps: LoginDeps,
  actor: StaffActor,
  except: LoginSessionId,
): Promise<number> {
  return deps.db.transaction((trx) => endOthers(deps, trx, actor, except))
}

/** The same, inside the caller's transaction: after a password or a second factor changed. */
export async function endOthers(
  deps: Pick<LoginDeps, 'clock'>,
  trx: Db,
  actor: StaffActor,
  except: LoginSessionId,
): Promise<number> {
  const { accountId } = actor
  await deletePendingLoginsOf(trx, accountId)
  const count = await deleteLoginSessionsOf(trx, accountId, { except })
  if (count > 0) await noteEnded(deps, trx, actor, { accountId, count })
  return count
}

async function noteEnded(
  deps: Pick<LoginDeps, 'clock'>,
  trx: Db,
  actor: Actor,
  { accountId, count }: { accountId: AccountId; count: number },
): Promise<void> {
  await recordEvent(trx, {
    at: deps.clock.now(),
    actor,
    action: 'login.revoked',
    subject: { type: 'account', id: accountId },
    details: { count },
  })
}
