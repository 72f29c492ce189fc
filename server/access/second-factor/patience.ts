import { AppError } from '../../kernel/errors.ts'
import type { AccountId } from '../../kernel/ids.ts'
import { listEvents, recordEvent, type AuditSubject } from '../audit/index.ts'
import type { SecondFactorDeps } from './second-factor.ts'

/** Codes of one account in a row before a pause, as for passwords. */
const MAX_TRIES = 10
const PAUSE_MS = 15 * 60_000

const triesOf = (accountId: AccountId): AuditSubject => ({ type: 'second-factor', id: accountId })
const DOORKEEPER = { kind: 'system', name: 'login' } as const

/**
 * Notes a try before the code is looked at: of a hundred that arrive at once, ten are looked at. Counted for the account
 * wherever they come from, because whoever gets here knows the password already.
 * @throws AppError `too-many-requests`; a refused try does not make the pause longer
 */
export async function takeTry(deps: SecondFactorDeps, accountId: AccountId): Promise<void> {
  await requirePatience(deps, accountId, MAX_TRIES - 1)
  await recordEvent(deps.db, {
    at: deps.clock.now(),
    actor: DOORKEEPER,
    action: 'second-factor.tried',
    subject: triesOf(accountId),
  })
  await requirePatience(deps, accountId, MAX_TRIES)
}

/** A right code: the count begins again. */
export async function recordMatch({ db, clock }: SecondFactorDeps, accountId: AccountId): Promise<void> {
  await recordEvent(db, {
    at: clock.now(),
    actor: DOORKEEPER,
    action: 'second-factor.matched',
    subject: triesOf(accountId),
  })
}

async function requirePatience(
  { db, clock }: SecondFactorDeps,
  accountId: AccountId,
  allowed: number,
): Promise<void> {
  const since = clock.now().getTime() - PAUSE_MS
  const latest = await listEvents(db, { subject: triesOf(accountId), limit: allowed + 1 })
  const tries = latest.filter(({ action, at }) => action === 'second-factor.tried' && Date.parse(at) > since)
  if (tries.length > allowed) throw new AppError('too-many-requests')
}
