import { isoInstant } from '../../kernel/clock.ts'
import type { StaffActor } from '../../kernel/roles.ts'
import { findStaffActor, hashToken } from '../accounts/index.ts'
import { findSecondFactors, hasSecondFactor, needsSecondFactor } from '../second-factor/index.ts'
import type { LoginDeps, LoginPolicyDeps } from './create-login.ts'
import { isAlive, isDueForTouch, type LoginSession } from './login-session.ts'
import { selectLoginSession, updateLastSeen } from './store.ts'

/**
 * Who holds this token, with the roles, the account's state and the rule about second factors of this moment: a role given,
 * an account disabled or a factor added counts from the next request on.
 */
export async function resolveSession(deps: LoginPolicyDeps, token: string): Promise<StaffActor | undefined> {
  const { db } = deps
  const session = await findSession(deps, token)
  if (session === undefined) return undefined
  const actor = await findStaffActor(db, session.accountId)
  if (actor === undefined) return undefined
  const now = deps.clock.now()
  if (isDueForTouch(session, now)) await updateLastSeen(db, hashToken(token), isoInstant(now))
  if (session.secondFactorAt !== null) return actor
  // begun while a factor was being added elsewhere: it would have been asked for it
  if (hasSecondFactor(await findSecondFactors(db, session.accountId))) return undefined
  return needsSecondFactor(deps.secondFactorPolicy, actor) ? { ...actor, owes: 'second-factor' } : actor
}

/** The session of a token, while it lasts. */
export async function findSession(
  { db, clock }: LoginDeps,
  token: string,
): Promise<LoginSession | undefined> {
  const session = await selectLoginSession(db, hashToken(token))
  return session !== undefined && isAlive(session, clock.now()) ? session : undefined
}
