import type { AccountId } from '../../kernel/ids.ts'
import type { LoginDeps } from './create-login.ts'
import { isAlive, type LoginSession } from './login-session.ts'
import { selectLoginSessionsOf } from './store.ts'

/** Where an account is signed in at this moment, the most recently used first. */
export async function listSessions({ db, clock }: LoginDeps, accountId: AccountId): Promise<LoginSession[]> {
  const sessions = await selectLoginSessionsOf(db, accountId)
  return sessions.filter((session) => isAlive(session, clock.now()))
}
