import { AppError } from '../../kernel/errors.ts'
import type { AccountId } from '../../kernel/ids.ts'
import { requireAdmin, type Actor } from '../../kernel/roles.ts'
import { findStaffActor } from '../accounts/index.ts'
import type { Login, LoginDeps } from '../login/index.ts'
import { resetSecondFactors } from '../second-factor/index.ts'

/** What somebody who lost everything had. */
export interface ForgottenFactors {
  readonly app: boolean
  readonly passkeys: number
}

/**
 * Forgets every second factor and every passkey of somebody who lost them all, and signs them out everywhere: their password
 * or their mailbox lets them in, and where a second factor is asked they add a new one first. Whoever does this has made sure
 * who is asking.
 * @throws AppError `forbidden`, `not-found`, `invalid-input` (oneself)
 */
export async function resetForSomebody(
  deps: LoginDeps & { readonly login: Pick<Login, 'endAllOf'> },
  actor: Actor,
  accountId: AccountId,
): Promise<ForgottenFactors> {
  requireAdmin(actor)
  if (actor.kind === 'staff' && actor.accountId === accountId)
    throw new AppError('invalid-input', {}, [{ field: 'accountId', message: 'fields.notYourself' }])
  return deps.db.transaction(async (trx) => {
    if ((await findStaffActor(trx, accountId)) === undefined) throw new AppError('not-found')
    const forgotten = await resetSecondFactors(trx, actor, { accountId, at: deps.clock.now() })
    await deps.login.endAllOf(trx, accountId)
    return forgotten
  })
}
