import type { Clock } from '../../kernel/clock.ts'
import type { AccountId } from '../../kernel/ids.ts'
import type { StaffActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import type { SecondFactorPolicy } from '../second-factor/index.ts'
import { admitProved, type Admission, type Proof } from './admit-proved.ts'
import { authenticate, type Attempt } from './authenticate.ts'
import { endAllSessions, endSession, type EndedSession } from './end-session.ts'
import type { LoginSession } from './login-session.ts'
import { findSession, resolveSession } from './resolve-session.ts'
import { startSession, type SessionStart } from './start-session.ts'

export interface LoginDeps {
  readonly db: Db
  readonly clock: Clock
}

export interface LoginPolicyDeps extends LoginDeps {
  readonly secondFactorPolicy: SecondFactorPolicy
}

/** Who is signed in, and on which browser. Tokens are bearer secrets: they belong in a cookie and nowhere else. */
export interface Login {
  /** Checks address and password. @throws AppError `login-failed`, `too-many-requests` */
  authenticate(attempt: Attempt): Promise<Admission>
  /** Lets in somebody who proved who they are, or asks for the second factor they have. */
  admit(proof: Proof): Promise<Admission>
  /** Signs somebody in who has shown everything there is to show. Returns the token. */
  start(accountId: AccountId, how?: SessionStart): Promise<string>
  /** Who holds this token, with the roles of this moment; undefined when it ended, expired or never was. */
  resolve(token: string): Promise<StaffActor | undefined>
  /** The session itself, while it lasts. */
  session(token: string): Promise<LoginSession | undefined>
  /** Signs out: the token is worth nothing from now on, wherever it is kept. */
  end(token: string): Promise<EndedSession>
  /** Signs an account out everywhere, inside the caller's transaction. @returns from how many browsers */
  endAllOf(trx: Db, accountId: AccountId): Promise<number>
}

export function createLogin(deps: LoginPolicyDeps): Login {
  return {
    authenticate: async (attempt) => {
      const { device = '', next } = attempt
      const accountId = await authenticate(deps, attempt)
      return admitProved(deps, {
        accountId,
        way: 'password',
        device,
        ...(next === undefined ? {} : { next }),
      })
    },
    admit: (proof) => admitProved(deps, proof),
    start: (accountId, how) => startSession(deps, accountId, how),
    resolve: (token) => resolveSession(deps, token),
    session: (token) => findSession(deps, token),
    end: (token) => endSession(deps, token),
    endAllOf: endAllSessions,
  }
}
