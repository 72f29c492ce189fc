import { AppError } from '../../kernel/errors.ts'
import type { StaffActor } from '../../kernel/roles.ts'
import { changePassword, findAccountByEmail, hashPassword, requireGoodPassword } from '../accounts/index.ts'
import { authenticate } from './authenticate.ts'
import type { LoginDeps } from './create-login.ts'
import { endOthers } from './end-session.ts'
import type { LoginSession } from './login-session.ts'

/** Whether somebody has a password, or only ever came in by other ways. */
export async function hasPassword({ db }: LoginDeps, actor: StaffActor): Promise<boolean> {
  return (await findAccountByEmail(db, actor.email))?.passwordHash != null
}

/**
 * Chooses another password, knowing the one before, and signs the other browsers out. Somebody who has none yet needs none.
 * @throws AppError `invalid-input` (current, password), `too-many-requests`
 */
export async function changeOwnPassword(
  deps: LoginDeps,
  actor: StaffActor,
  input: {
    readonly current: string
    readonly password: string
    readonly from: string | undefined
    readonly session: LoginSession
  },
): Promise<void> {
  const { current, password, from, session } = input
  if (await hasPassword(deps, actor))
    await requireCurrent(deps, { email: actor.email, password: current, from })
  requireGoodPassword(password, actor)
  const passwordHash = await hashPassword(password)
  const at = deps.clock.now()
  await deps.db.transaction(async (trx) => {
    await changePassword(trx, actor, { accountId: actor.accountId, passwordHash, at })
    await endOthers(deps, trx, actor, session.id)
  })
}

async function requireCurrent(
  deps: LoginDeps,
  attempt: { email: string; password: string; from: string | undefined },
): Promise<void> {
  try {
    await authenticate(deps, attempt)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'login-failed') throw error
    throw new AppError('invalid-input', {}, [{ field: 'current', message: 'fields.currentPassword' }])
  }
}
