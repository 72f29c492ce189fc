import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { AccountId } from '../../kernel/ids.ts'
import type { StaffActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { recordEvent } from '../audit/index.ts'
import { takeTry } from './patience.ts'
import { recoveryCodesFor } from './renew-recovery-codes.ts'
import type { SecondFactorDeps } from './second-factor.ts'
import { confirmCandidate, selectTotp, upsertCandidate } from './store.ts'
import { matchingStep, newTotpSecret, totpUri } from './totp.ts'

/** What somebody puts into their app: read by its camera, or typed. */
export interface AppEnrolment {
  readonly secret: string
  readonly uri: string
}

const context = (accountId: AccountId): string => `totp ${accountId}`

/** Makes a new secret for an app that is not confirmed yet. One that is in use goes on working until then. */
export async function beginAppEnrolment(deps: SecondFactorDeps, actor: StaffActor): Promise<void> {
  const sealed = deps.totpSeal.close(newTotpSecret(), context(actor.accountId))
  await upsertCandidate(deps.db, actor.accountId, sealed)
}

/** The secret waiting for its first code; undefined when none is. */
export async function openAppEnrolment(
  deps: SecondFactorDeps,
  actor: StaffActor,
): Promise<AppEnrolment | undefined> {
  const { accountId, email } = actor
  const secret = openSecret(deps, accountId, (await selectTotp(deps.db, accountId))?.sealedCandidate)
  return secret === undefined
    ? undefined
    : { secret, uri: totpUri(secret, { platform: deps.platformName, email }) }
}

/**
 * The app's first code: from now on it is the second factor.
 * @param alongside what else belongs into the transaction (ending the other sessions)
 * @returns recovery codes, shown this once, when the account had none left
 * @throws AppError `not-found` (nothing to confirm), `code-refused`, `too-many-requests`
 */
export async function confirmAppEnrolment(
  deps: SecondFactorDeps,
  actor: StaffActor,
  input: { readonly code: string; readonly alongside: (trx: Db) => Promise<void> },
): Promise<readonly string[]> {
  const { accountId } = actor
  const at = deps.clock.now()
  const sealed = (await selectTotp(deps.db, accountId))?.sealedCandidate ?? undefined
  const secret = openSecret(deps, accountId, sealed)
  if (sealed === undefined || secret === undefined) throw new AppError('not-found')
  await takeTry(deps, accountId)
  const step = matchingStep(secret, input.code, { now: at, lastStep: null })
  if (step === undefined) throw new AppError('code-refused')
  return deps.db.transaction(async (trx) => {
    if (!(await confirmCandidate(trx, accountId, { sealed, step, at: isoInstant(at) })))
      throw new AppError('changed-meanwhile')
    await recordEvent(trx, {
      at,
      actor,
      action: 'second-factor.app-added',
      subject: { type: 'account', id: accountId },
    })
    await input.alongside(trx)
    return recoveryCodesFor(deps, trx, actor)
  })
}

/** The secret in the clear, where only this installation can read it. */
export function openSecret(
  deps: Pick<SecondFactorDeps, 'totpSeal'>,
  accountId: AccountId,
  sealed: string | null | undefined,
): string | undefined {
  return typeof sealed === 'string' ? deps.totpSeal.open(sealed, context(accountId)) : undefined
}
