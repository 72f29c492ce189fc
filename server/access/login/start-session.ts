import { isoInstant } from '../../kernel/clock.ts'
import { newId, newSecretToken, type AccountId } from '../../kernel/ids.ts'
import { findStaffActor, hashToken } from '../accounts/index.ts'
import { recordEvent } from '../audit/index.ts'
import type { LoginDeps } from './create-login.ts'
import { ABSOLUTE_MS, type SignInWay } from './login-session.ts'
import { deleteExpiredLoginSessions, insertLoginSession } from './store.ts'

/** What a new session remembers of how it began. */
export interface SessionStart {
  readonly way: SignInWay
  readonly device: string
  readonly secondFactor: boolean
  /** Sealed. */
  readonly idToken?: string | undefined
}

const BY_INVITATION: SessionStart = { way: 'invitation', device: '', secondFactor: false }

/** A session with a token nobody has seen before, so that one planted in a browser is worth nothing. */
export async function startSession(
  deps: LoginDeps,
  accountId: AccountId,
  how: SessionStart = BY_INVITATION,
): Promise<string> {
  const token = newSecretToken()
  const at = deps.clock.now()
  const now = isoInstant(at)
  await deps.db.transaction(async (trx) => {
    await deleteExpiredLoginSessions(trx, now)
    await insertLoginSession(trx, hashToken(token), {
      id: newId(),
      accountId,
      way: how.way,
      secondFactorAt: how.secondFactor ? now : null,
      device: how.device,
      idToken: how.idToken ?? null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: isoInstant(new Date(at.getTime() + ABSOLUTE_MS)),
    })
    const actor = await findStaffActor(trx, accountId)
    await recordEvent(trx, {
      at,
      actor: actor ?? { kind: 'system', name: 'login' },
      action: 'login.started',
      subject: { type: 'account', id: accountId },
      details: { way: how.way, secondFactor: how.secondFactor },
    })
  })
  return token
}
