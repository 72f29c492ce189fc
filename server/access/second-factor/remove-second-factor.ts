import { AppError } from '../../kernel/errors.ts'
import type { AccountId } from '../../kernel/ids.ts'
import type { Actor, StaffActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { lockAccount } from '../accounts/index.ts'
import { recordEvent } from '../audit/index.ts'
import { removePasskey, removePasskeysOf, type PasskeyId } from '../passkeys/index.ts'
import { findSecondFactors } from './find-second-factors.ts'
import { hasSecondFactor, needsSecondFactor, type SecondFactorPolicy } from './second-factor.ts'
import { deleteRecoveryCodes, deleteTotp } from './store.ts'

export interface RemovalDeps {
  readonly db: Db
  readonly clock: { now(): Date }
  readonly secondFactorPolicy: SecondFactorPolicy
}

/**
 * Takes the app away. The last second factor of somebody who needs one stays: they add another first.
 * @throws AppError `not-found`, `invalid-input` (the last one)
 */
export async function removeApp(deps: RemovalDeps, actor: StaffActor): Promise<void> {
  const { accountId } = actor
  const at = deps.clock.now()
  await deps.db.transaction(async (trx) => {
    await lockAccount(trx, accountId)
    if (!(await deleteTotp(trx, accountId))) throw new AppError('not-found')
    await recordEvent(trx, {
      at,
      actor,
      action: 'second-factor.app-removed',
      subject: { type: 'account', id: accountId },
    })
    await settle(deps, trx, actor)
  })
}

/** The same of one of one's own passkeys. @throws AppError `not-found`, `invalid-input` (the last one) */
export async function removeOwnPasskey(deps: RemovalDeps, actor: StaffActor, id: PasskeyId): Promise<void> {
  const at = deps.clock.now()
  await deps.db.transaction(async (trx) => {
    await lockAccount(trx, actor.accountId)
    await removePasskey(trx, actor, { owner: { kind: 'account', id: actor.accountId }, id, at })
    await settle(deps, trx, actor)
  })
}

/** Without a second factor, recovery codes recover nothing. */
async function settle(deps: RemovalDeps, trx: Db, actor: StaffActor): Promise<void> {
  if (hasSecondFactor(await findSecondFactors(trx, actor.accountId))) return
  if (needsSecondFactor(deps.secondFactorPolicy, actor))
    throw new AppError('invalid-input', {}, [{ field: 'second-factor', message: 'fields.lastSecondFactor' }])
  await deleteRecoveryCodes(trx, actor.accountId)
}

/** Forgets every second factor of somebody who lost them all, inside the caller's transaction. */
export async function resetSecondFactors(
  trx: Db,
  actor: Actor,
  input: { readonly accountId: AccountId; readonly at: Date },
): Promise<{ app: boolean; passkeys: number }> {
  const { accountId, at } = input
  const app = await deleteTotp(trx, accountId)
  const passkeys = await removePasskeysOf(trx, actor, { owner: { kind: 'account', id: accountId }, at })
  await deleteRecoveryCodes(trx, accountId)
  await recordEvent(trx, {
    at,
    actor,
    action: 'second-factor.reset',
    subject: { type: 'account', id: accountId },
    details: { app, passkeys },
  })
  return { app, passkeys }
}
