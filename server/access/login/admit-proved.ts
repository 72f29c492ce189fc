import { isoInstant } from '../../kernel/clock.ts'
import { newSecretToken, type AccountId } from '../../kernel/ids.ts'
import { hashToken } from '../accounts/index.ts'
import { findSecondFactors, hasSecondFactor } from '../second-factor/index.ts'
import type { LoginDeps } from './create-login.ts'
import type { SignInWay } from './login-session.ts'
import { deleteExpiredPendingLogins, insertPendingLogin } from './pending-store.ts'
import { startSession } from './start-session.ts'

/** Who somebody is, and how they proved it. */
export interface Proof {
  readonly accountId: AccountId
  readonly way: SignInWay
  readonly device: string
  /** Whether this was two factors already: a passkey that recognised its owner, a provider that says so. */
  readonly secondFactor?: boolean
  readonly next?: string | undefined
  /** Sealed. */
  readonly idToken?: string | undefined
}

/** Signed in, or half way: the pending token opens the page that asks for the second factor, and nothing else. */
export type Admission = { readonly session: string } | { readonly pending: string }

/** Time to find one's telephone. */
export const PENDING_MS = 10 * 60_000

/** Signs somebody in, or, when their account has a second factor that was not shown, keeps what they proved until then. */
export async function admitProved(deps: LoginDeps, proof: Proof): Promise<Admission> {
  const { accountId, way, device, idToken, secondFactor = false } = proof
  const asked = !secondFactor && hasSecondFactor(await findSecondFactors(deps.db, accountId))
  if (!asked) return { session: await startSession(deps, accountId, { way, device, secondFactor, idToken }) }
  const token = newSecretToken()
  const at = deps.clock.now()
  await deps.db.transaction(async (trx) => {
    await deleteExpiredPendingLogins(trx, isoInstant(at))
    await insertPendingLogin(trx, hashToken(token), {
      accountId,
      way,
      next: proof.next ?? null,
      idToken: idToken ?? null,
      expiresAt: isoInstant(new Date(at.getTime() + PENDING_MS)),
    })
  })
  return { pending: token }
}
