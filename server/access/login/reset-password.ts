import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { StaffActor } from '../../kernel/roles.ts'
import {
  changePassword,
  findStaffActor,
  hashPassword,
  hashToken,
  requireGoodPassword,
} from '../accounts/index.ts'
import type { LoginDeps } from './create-login.ts'
import { claimReset, selectReset } from './reset-store.ts'
import { endAllSessions } from './end-session.ts'

/**
 * Whose password a mailed link may change.
 * @throws AppError `link-unknown`, `link-expired` (too old, used, account disabled)
 */
export async function openPasswordReset(deps: LoginDeps, token: string): Promise<StaffActor> {
  const reset = await selectReset(deps.db, { tokenHash: hashToken(token) })
  if (reset === undefined) throw new AppError('link-unknown')
  if (reset.usedAt !== null || Date.parse(reset.expiresAt) <= deps.clock.now().getTime())
    throw new AppError('link-expired')
  const person = await findStaffActor(deps.db, reset.accountId)
  if (person === undefined) throw new AppError('link-expired')
  return person
}

/**
 * Chooses a new password by the mailed link, and signs the account out everywhere.
 * @throws AppError `link-unknown`, `link-expired`, `invalid-input` (password)
 */
export async function resetPassword(
  deps: LoginDeps,
  input: { readonly token: string; readonly password: string },
): Promise<void> {
  const person = await openPasswordReset(deps, input.token)
  requireGoodPassword(input.password, person)
  const passwordHash = await hashPassword(input.password)
  const at = deps.clock.now()
  await deps.db.transaction(async (trx) => {
    if (!(await claimReset(trx, hashToken(input.token), isoInstant(at)))) throw new AppError('link-expired')
    await changePassword(trx, person, { accountId: person.accountId, passwordHash, at })
    await endAllSessions(trx, person.accountId)
  })
}
