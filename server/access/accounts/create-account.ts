import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { DEFAULT_LOCALE, type Locale } from '../../kernel/locale.ts'
import { requireAdmin, type Actor } from '../../kernel/roles.ts'
import { isUniqueViolation, type Db } from '../../platform/db/index.ts'
import { recordEvent } from '../audit/index.ts'
import { normaliseEmail, type Account } from './account.ts'
import { hashPassword } from './password-hash.ts'
import { requireGoodPassword } from './password-rules.ts'
import { insertAccount } from './store.ts'

export interface AccountDeps {
  readonly db: Db
  readonly clock: Clock
}

export interface NewAccount {
  readonly email: string
  readonly name: string
  /** Without one nobody can sign in until a password is set by a mailed link. */
  readonly password?: string
  readonly admin?: boolean
  readonly locale?: Locale
}

/**
 * Opens an account without an invitation: for the command line and the demonstration.
 * @throws AppError `forbidden`, `invalid-input` (password), `already-exists` (address)
 */
export async function createAccount(deps: AccountDeps, actor: Actor, input: NewAccount): Promise<Account> {
  requireAdmin(actor)
  if (input.password !== undefined) requireGoodPassword(input.password, input)
  const passwordHash = input.password === undefined ? null : await hashPassword(input.password)
  return deps.db.transaction((trx) =>
    openAccount(trx, actor, { ...input, passwordHash, at: deps.clock.now() }),
  )
}

/** The account row and its event, inside the caller's transaction. */
export async function openAccount(
  trx: Db,
  actor: Actor,
  input: Omit<NewAccount, 'password'> & { passwordHash: string | null; at: Date },
): Promise<Account> {
  const account: Account = {
    id: newId(),
    email: normaliseEmail(input.email),
    name: input.name,
    admin: input.admin ?? false,
    locale: input.locale ?? DEFAULT_LOCALE,
    createdAt: isoInstant(input.at),
    disabledAt: null,
  }
  try {
    await insertAccount(trx, { ...account, passwordHash: input.passwordHash })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw new AppError('already-exists', {}, [{ field: 'email', message: 'fields.accountExists' }])
  }
  await recordEvent(trx, {
    at: input.at,
    actor,
    action: 'account.created',
    subject: { type: 'account', id: account.id },
    details: { admin: account.admin },
  })
  return account
}
