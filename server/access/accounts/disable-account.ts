import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { AccountId, OrganisationId } from '../../kernel/ids.ts'
import { requireAdmin, requireRoleIn, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { recordEvent } from '../audit/index.ts'
import type { AccountDeps } from './create-account.ts'
import { selectRoleIn } from './membership-store.ts'
import { selectAccount, updateDisabledAt } from './store.ts'

export interface SignOutDeps extends AccountDeps {
  /** Ends every session of an account (`access/login`), inside the transaction. */
  readonly login: { endAllOf(trx: Db, accountId: AccountId): Promise<number> }
}

/**
 * Closes somebody's account: signed out everywhere at once, no way in opens it, and what they signed stays valid. Roles stay
 * where they are, for the day it is opened again.
 * @throws AppError `forbidden`, `invalid-input` (oneself), `not-found`
 */
export async function disableAccount(deps: SignOutDeps, actor: Actor, accountId: AccountId): Promise<void> {
  requireAdmin(actor)
  requireSomebodyElse(actor, accountId)
  const at = deps.clock.now()
  await deps.db.transaction(async (trx) => {
    if (!(await updateDisabledAt(trx, accountId, isoInstant(at)))) throw new AppError('not-found')
    const sessions = await deps.login.endAllOf(trx, accountId)
    await recordEvent(trx, {
      at,
      actor,
      action: 'account.disabled',
      subject: { type: 'account', id: accountId },
      details: { sessions },
    })
  })
}

/** Opens it again, with the password and the second factor it had. @throws AppError `forbidden`, `not-found` */
export async function enableAccount(deps: AccountDeps, actor: Actor, accountId: AccountId): Promise<void> {
  requireAdmin(actor)
  await deps.db.transaction(async (trx) => {
    if (!(await updateDisabledAt(trx, accountId, null))) throw new AppError('not-found')
    await recordEvent(trx, {
      at: deps.clock.now(),
      actor,
      action: 'account.enabled',
      subject: { type: 'account', id: accountId },
    })
  })
}

/**
 * Ends somebody's sessions everywhere: a telephone was lost, a computer left open. They sign in again as before. For who
 * runs the platform, and who coordinates the structure they belong to.
 * @throws AppError `forbidden`, `not-found`
 */
export async function signOutAccount(
  deps: SignOutDeps,
  actor: Actor,
  input: { readonly accountId: AccountId; readonly organisationId: OrganisationId | null },
): Promise<void> {
  const { accountId, organisationId } = input
  if (organisationId === null) requireAdmin(actor)
  else requireRoleIn(actor, organisationId, 'coordinator')
  await deps.db.transaction(async (trx) => {
    const known =
      organisationId === null
        ? await selectAccount(trx, { id: accountId })
        : await selectRoleIn(trx, { accountId, organisationId })
    if (known === undefined) throw new AppError('not-found')
    const count = await deps.login.endAllOf(trx, accountId)
    await recordEvent(trx, {
      at: deps.clock.now(),
      actor,
      action: 'login.revoked',
      ...(organisationId === null ? {} : { organisationId }),
      subject: { type: 'account', id: accountId },
      details: { count },
    })
  })
}

function requireSomebodyElse(actor: Actor, accountId: AccountId): void {
  if (actor.kind === 'staff' && actor.accountId === accountId)
    throw new AppError('invalid-input', {}, [{ field: 'accountId', message: 'fields.notYourself' }])
}
