import type { AccountId } from '../../kernel/ids.ts'
import type { StaffActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { normaliseEmail, type Account, type AccountWithPassword } from './account.ts'
import { selectAccount, selectRoles } from './store.ts'

/** The account behind an address, however it is capitalised; disabled ones too. */
export function findAccountByEmail(db: Db, email: string): Promise<AccountWithPassword | undefined> {
  return selectAccount(db, { email: normaliseEmail(email) })
}

/** An account by its id; disabled ones too. */
export function findAccount(db: Db, id: AccountId): Promise<Account | undefined> {
  return selectAccount(db, { id })
}

/** Somebody as they act: with the roles that hold at this moment. Undefined when the account is disabled or gone. */
export async function findStaffActor(db: Db, id: AccountId): Promise<StaffActor | undefined> {
  const account = await selectAccount(db, { id })
  if (account === undefined || account.disabledAt !== null) return undefined
  return {
    kind: 'staff',
    accountId: account.id,
    name: account.name,
    email: account.email,
    admin: account.admin,
    memberships: await selectRoles(db, account.id),
  }
}
