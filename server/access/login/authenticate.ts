import { createHash } from 'node:crypto'
import { AppError } from '../../kernel/errors.ts'
import type { AccountId } from '../../kernel/ids.ts'
import type { SystemActor } from '../../kernel/roles.ts'
import { findAccountByEmail, matchesPassword } from '../accounts/index.ts'
import { listEvents, recordEvent, type AuditSubject } from '../audit/index.ts'
import type { LoginDeps } from './create-login.ts'

export interface Attempt {
  readonly email: string
  readonly password: string
  /** Network address it comes from: somebody guessing elsewhere must not lock the owner out. */
  readonly from?: string | undefined
}

/** Misses in a row, for one account from one address, before a pause. */
export const MAX_MISSES = 10
export const PAUSE_MS = 15 * 60_000

const DOORKEEPER: SystemActor = { kind: 'system', name: 'login' }

/**
 * Whose address and password these are. Unknown address, wrong password, disabled account and account without a
 * password all end alike: same error, same work done.
 * @throws AppError `login-failed`, `too-many-requests`
 */
export async function authenticate(deps: LoginDeps, attempt: Attempt): Promise<AccountId> {
  const subject = subjectOf(attempt)
  await requirePatience(deps, subject)
  const account = await findAccountByEmail(deps.db, attempt.email)
  const usable = account?.disabledAt === null ? account : undefined
  const matches = await matchesPassword(usable?.passwordHash ?? null, attempt.password)
  const at = deps.clock.now()
  if (usable === undefined || !matches) {
    await recordEvent(deps.db, { at, actor: DOORKEEPER, action: 'login.missed', subject })
    throw new AppError('login-failed')
  }
  await recordEvent(deps.db, { at, actor: DOORKEEPER, action: 'login.matched', subject })
  return usable.id
}

/**
 * What the trail says of an attempt: a digest. People type their password into the wrong box, so what was typed as an
 * address is not kept.
 */
function subjectOf({ email, from = '' }: Attempt): AuditSubject {
  const digest = createHash('sha256').update(`${email.trim().toLowerCase()}\n${from}`)
  return { type: 'login-attempt', id: digest.digest('base64url') }
}

async function requirePatience({ db, clock }: LoginDeps, subject: AuditSubject): Promise<void> {
  const since = clock.now().getTime() - PAUSE_MS
  const latest = await listEvents(db, { subject, limit: MAX_MISSES })
  const misses = latest.filter(({ action, at }) => action === 'login.missed' && Date.parse(at) > since)
  if (misses.length === MAX_MISSES) throw new AppError('too-many-requests')
}
