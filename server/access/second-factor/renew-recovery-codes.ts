import { isoInstant } from '../../kernel/clock.ts'
import type { StaffActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { recordEvent } from '../audit/index.ts'
import { hashRecoveryCode, newRecoveryCodes } from './recovery-code.ts'
import type { SecondFactorDeps } from './second-factor.ts'
import { countRecoveryCodes, replaceRecoveryCodes } from './store.ts'

/** Ten new codes, inside the caller's transaction; those before stop working. Shown once: only their hashes are kept. */
export async function renewRecoveryCodes(
  deps: Pick<SecondFactorDeps, 'clock' | 'recoveryKey'>,
  trx: Db,
  actor: StaffActor,
): Promise<readonly string[]> {
  const { accountId } = actor
  const at = deps.clock.now()
  const codes = newRecoveryCodes()
  const hashes = codes.map((code) => hashRecoveryCode(deps.recoveryKey, accountId, code) ?? '')
  await replaceRecoveryCodes(trx, accountId, hashes, isoInstant(at))
  await recordEvent(trx, {
    at,
    actor,
    action: 'second-factor.codes-renewed',
    subject: { type: 'account', id: accountId },
    details: { count: codes.length },
  })
  return codes
}

/** The first second factor of an account comes with codes; later ones with none when some are left. */
export async function recoveryCodesFor(
  deps: Pick<SecondFactorDeps, 'clock' | 'recoveryKey'>,
  trx: Db,
  actor: StaffActor,
): Promise<readonly string[]> {
  return (await countRecoveryCodes(trx, actor.accountId)) > 0 ? [] : renewRecoveryCodes(deps, trx, actor)
}
