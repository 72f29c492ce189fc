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
  readonly device?: string
  readonly next?: string | undefined
}

/** Tries in a row, for one account from one address, before a pause. */
export const MAX_TRIES = 10
export const PAUSE_MS = 15 * 60_000

const DOORKEEPER: SystemActor = { kind: 'system', name: 'login' }

/**
 * Whose address and password these are. Unknown address, wrong password, disabled account and account without a
 * password all end alike: same error, same work done. A try is noted before it is looked at: of a thousand that arrive at
 * once, ten are looked at.
 * @throws AppError `login-failed`, `too-many-requests`
 */
export async function authenticate(deps: LoginDeps, attempt: Attempt): Promise<AccountId> {
  const subject = subjectOf(attempt)
  await requirePatience(deps, subject, MAX_TRIES - 1)
  const at = deps.clock.now()
  await recordEvent(deps.db, { at, actor: DOORKEEPER, action: 'login.tried', subject })
  await requirePatience(deps, subject, MAX_TRIES)
  const account = await findAccountByEmail(deps.db, attempt.email)
  const usable = account?.disabledAt === null ? account : undefined
  const matches = await matchesPassword(usable?.passwordHash ?? null, attempt.password)
  if (usable === undefined || !matches) throw new AppError('login-failed')
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

/** A refused try does not make the pause longer, and a right password ends the row. */
async function requirePatience(
  { db, clock }: LoginDeps,
  subject: AuditSubject,
  allowed: number,
): Promise<void> {
  const since = clock.now().getTime() - PAUSE_MS
  const latest = await listEvents(db, { subject, limit: allowed + 1 })
  const tries = latest.filter(({ action, at }) => action === 'login.tried' && Date.parse(at) > since)
  if (tries.length > allowed) throw new AppError('too-many-requests')
}
