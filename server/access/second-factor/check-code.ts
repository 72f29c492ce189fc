import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { AccountId } from '../../kernel/ids.ts'
import { recordEvent } from '../audit/index.ts'
import { openSecret } from './enrol-app.ts'
import { recordMatch, takeTry } from './patience.ts'
import { hashRecoveryCode } from './recovery-code.ts'
import type { SecondFactorDeps } from './second-factor.ts'
import { claimRecoveryCode, claimStep, selectTotp } from './store.ts'
import { matchingStep } from './totp.ts'

/**
 * Accepts a code of the account's app, or one of its recovery codes, and uses it up.
 * @throws AppError `code-refused` (wrong, too old, used already), `too-many-requests`
 */
export async function checkCode(
  deps: SecondFactorDeps,
  input: { readonly accountId: AccountId; readonly code: string },
): Promise<void> {
  const { accountId } = input
  await takeTry(deps, accountId)
  const code = input.code.replace(/[\s-]/g, '')
  const matches = /^\d{6}$/.test(code)
    ? await matchesApp(deps, accountId, code)
    : await spend(deps, accountId, code)
  if (!matches) throw new AppError('code-refused')
  await recordMatch(deps, accountId)
}

async function matchesApp(deps: SecondFactorDeps, accountId: AccountId, code: string): Promise<boolean> {
  const totp = await selectTotp(deps.db, accountId)
  const secret = openSecret(deps, accountId, totp?.sealedSecret)
  if (totp === undefined || secret === undefined) return false
  const step = matchingStep(secret, code, { now: deps.clock.now(), lastStep: totp.lastStep })
  return step !== undefined && (await claimStep(deps.db, accountId, step))
}

async function spend(deps: SecondFactorDeps, accountId: AccountId, typed: string): Promise<boolean> {
  const hash = hashRecoveryCode(deps.recoveryKey, accountId, typed)
  if (hash === undefined) return false
  const at = deps.clock.now()
  return deps.db.transaction(async (trx) => {
    if (!(await claimRecoveryCode(trx, accountId, hash, isoInstant(at)))) return false
    await recordEvent(trx, {
      at,
      actor: { kind: 'system', name: 'login' },
      action: 'second-factor.recovery-used',
      subject: { type: 'account', id: accountId },
    })
    return true
  })
}
