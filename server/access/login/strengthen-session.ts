import { isoInstant } from '../../kernel/clock.ts'
import type { StaffActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import type { LoginDeps } from './create-login.ts'
import { endOthers } from './end-session.ts'
import type { LoginSession } from './login-session.ts'
import { updateSecondFactorAt } from './store.ts'

/**
 * A second factor was just added and shown on this browser: it counts here from now on, and the other browsers, which have
 * not shown it, sign in again. Inside the transaction of the addition.
 */
export async function strengthenSession(
  deps: Pick<LoginDeps, 'clock'>,
  trx: Db,
  actor: StaffActor,
  session: LoginSession,
): Promise<void> {
  await updateSecondFactorAt(trx, session.id, isoInstant(deps.clock.now()))
  await endOthers(deps, trx, actor, session.id)
}
