import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { AccountId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { SystemActor } from '../../kernel/roles.ts'
import { isUniqueViolation, type Db } from '../../platform/db/index.ts'
import { acceptPendingInvitations, findAccountByEmail, findStaffActor } from '../accounts/index.ts'
import { recordEvent } from '../audit/index.ts'
import type { Person } from './claims.ts'
import type { SignOnDeps } from './sign-on-deps.ts'
import { hasIdentity, insertIdentity, selectIdentity } from './store.ts'

const DOORKEEPER: SystemActor = { kind: 'system', name: 'single-sign-on' }

/**
 * Whose account a person of another organisation has here. Who came before is known by their subject, whatever address they
 * have by now; who comes for the first time by a verified address, when an account of that address is open and nobody else's,
 * or an invitation waits for it, which is then accepted. Nobody makes an account for themselves.
 * @throws AppError `sign-on-unverified`, `sign-on-unknown` (no account, disabled, somebody else's)
 */
export async function findPerson(
  deps: Pick<SignOnDeps, 'db' | 'clock'>,
  person: Person,
  locale: Locale,
): Promise<AccountId> {
  const known = await selectIdentity(deps.db, person)
  if (known !== undefined) return requireEnabled(deps.db, known)
  if (person.verifiedEmail === undefined) throw new AppError('sign-on-unverified')
  return link(deps, person, person.verifiedEmail, locale)
}

async function link(
  deps: Pick<SignOnDeps, 'db' | 'clock'>,
  person: Person,
  email: string,
  locale: Locale,
): Promise<AccountId> {
  const at = deps.clock.now()
  try {
    return await deps.db.transaction(async (trx) => {
      const account = await findAccountByEmail(trx, email)
      const accountId =
        account === undefined
          ? await acceptPendingInvitations(trx, { email, locale, at })
          : await requireEnabled(trx, account.id)
      if (accountId === undefined || (await hasIdentity(trx, person.issuer, accountId)))
        throw new AppError('sign-on-unknown')
      const { issuer, subject } = person
      await insertIdentity(trx, { issuer, subject, accountId }, isoInstant(at))
      await recordEvent(trx, {
        at,
        actor: DOORKEEPER,
        action: 'account.sign-on-linked',
        subject: { type: 'account', id: accountId },
      })
      return accountId
    })
  } catch (error) {
    // the same person in two windows at once: the other one linked them
    if (!isUniqueViolation(error)) throw error
    throw new AppError('sign-on-refused', {}, [], { cause: error })
  }
}

async function requireEnabled(db: Db, id: AccountId): Promise<AccountId> {
  if ((await findStaffActor(db, id)) === undefined) throw new AppError('sign-on-unknown')
  return id
}
