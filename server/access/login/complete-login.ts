import { AppError } from '../../kernel/errors.ts'
import { findStaffActor, hashToken } from '../accounts/index.ts'
import { recordEvent } from '../audit/index.ts'
import { finishAuthentication, type PasskeyDeps } from '../passkeys/index.ts'
import { checkCode, type SecondFactorDeps } from '../second-factor/index.ts'
import type { LoginDeps } from './create-login.ts'
import { deletePendingLogin, selectPendingLogin, type PendingLogin } from './pending-store.ts'
import { startSession } from './start-session.ts'

export interface CompletedLogin {
  readonly session: string
  readonly next: string | undefined
}

/** Who is half way in; undefined when nobody is, any more. */
export async function findPendingLogin(
  { db, clock }: LoginDeps,
  token: string,
): Promise<PendingLogin | undefined> {
  const pending = await selectPendingLogin(db, hashToken(token))
  if (pending === undefined || Date.parse(pending.expiresAt) <= clock.now().getTime()) return undefined
  return (await findStaffActor(db, pending.accountId)) && pending
}

/**
 * The second step with a code of the app or a recovery code.
 * @throws AppError `not-signed-in` (nobody half way), `code-refused`, `too-many-requests`
 */
export async function completeWithCode(
  deps: SecondFactorDeps,
  input: { readonly pending: string; readonly code: string; readonly device: string },
): Promise<CompletedLogin> {
  const pending = await requirePending(deps, input.pending)
  await checkCode(deps, { accountId: pending.accountId, code: input.code })
  return complete(deps, pending, input)
}

/**
 * The second step with one of the account's passkeys.
 * @throws AppError `not-signed-in`, `passkey-refused`
 */
export async function completeWithPasskey(
  deps: PasskeyDeps,
  input: {
    readonly pending: string
    readonly browser: string
    readonly answer: unknown
    readonly device: string
  },
): Promise<CompletedLogin> {
  const pending = await requirePending(deps, input.pending)
  await finishAuthentication(deps, { ...input, of: { kind: 'account', id: pending.accountId } })
  return complete(deps, pending, input)
}

async function requirePending(deps: LoginDeps, token: string): Promise<PendingLogin> {
  const pending = await findPendingLogin(deps, token)
  if (pending === undefined) throw new AppError('not-signed-in')
  return pending
}

async function complete(
  deps: LoginDeps,
  { accountId, way, idToken, next }: PendingLogin,
  input: { readonly pending: string; readonly device: string },
): Promise<CompletedLogin> {
  // once: two windows that send the same step do not become two sessions
  if (!(await deletePendingLogin(deps.db, hashToken(input.pending)))) throw new AppError('not-signed-in')
  const { device } = input
  const session = await startSession(deps, accountId, {
    way,
    device,
    secondFactor: true,
    idToken: idToken ?? undefined,
  })
  return { session, next: next ?? undefined }
}

/**
 * Signs in with a passkey alone: the device recognised its owner, so that is two factors.
 * @throws AppError `passkey-refused` (also of a disabled account), `passkeys-unavailable`
 */
export async function signInWithPasskey(
  deps: PasskeyDeps,
  input: { readonly browser: string; readonly answer: unknown; readonly device: string },
): Promise<string> {
  const at = deps.clock.now()
  try {
    const { owner } = await finishAuthentication(deps, { ...input, of: 'account' })
    if (owner.kind !== 'account' || (await findStaffActor(deps.db, owner.id)) === undefined)
      throw new AppError('passkey-refused')
    return await startSession(deps, owner.id, { way: 'passkey', device: input.device, secondFactor: true })
  } catch (error) {
    if (error instanceof AppError && error.code === 'passkey-refused')
      await recordEvent(deps.db, {
        at,
        actor: { kind: 'system', name: 'login' },
        action: 'login.missed',
        subject: { type: 'login-attempt', id: 'passkey' },
      })
    throw error
  }
}
