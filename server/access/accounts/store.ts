import type { AccountId, OrganisationId } from '../../kernel/ids.ts'
import { DEFAULT_LOCALE, isLocale } from '../../kernel/locale.ts'
import type { OrganisationRole } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Account, AccountWithPassword } from './account.ts'

interface AccountRow {
  id: AccountId
  email: string
  name: string
  password_hash: string | null
  admin_since: string | null
  locale: string
  created_at: string
  disabled_at: string | null
}

const accounts = (db: Db) => db<AccountRow>('accounts')

export async function insertAccount(
  db: Db,
  account: Account & { passwordHash: string | null },
): Promise<void> {
  await accounts(db).insert({
    id: account.id,
    email: account.email,
    name: account.name,
    password_hash: account.passwordHash,
    admin_since: account.admin ? account.createdAt : null,
    locale: account.locale,
    created_at: account.createdAt,
    disabled_at: account.disabledAt,
  })
}

export async function selectAccount(
  db: Db,
  where: { id: AccountId } | { email: string },
): Promise<AccountWithPassword | undefined> {
  const row: AccountRow | undefined = await accounts(db).where(where).first()
  return row && toAccount(row)
}

export async function selectAdmins(db: Db): Promise<Account[]> {
  const rows: AccountRow[] = await accounts(db)
    .whereNotNull('admin_since')
    .whereNull('disabled_at')
    .orderBy('name')
  return rows.map(toAccount)
}

export async function updateAdminSince(db: Db, id: AccountId, at: string): Promise<void> {
  await accounts(db).where({ id }).whereNull('admin_since').update({ admin_since: at })
}

/** Makes others who lock it wait until this transaction ends: what is counted about an account is then still so. */
export async function lockAccount(trx: Db, id: AccountId): Promise<void> {
  await accounts(trx).where({ id }).forUpdate().select('id')
}

/** Closes an account, or opens it again with null. @returns whether that changed anything */
export async function updateDisabledAt(db: Db, id: AccountId, at: string | null): Promise<boolean> {
  const query = accounts(db).where({ id })
  if (at === null) void query.whereNotNull('disabled_at')
  else void query.whereNull('disabled_at')
  const changed: number = await query.update({ disabled_at: at })
  return changed === 1
}

/** Everybody, disabled ones too. */
export async function selectAccounts(db: Db): Promise<Account[]> {
  const rows: AccountRow[] = await accounts(db)
  return rows.map(toAccount)
}

export async function updatePasswordHash(db: Db, id: AccountId, passwordHash: string): Promise<void> {
  await accounts(db).where({ id }).update({ password_hash: passwordHash })
}

/**
 * Roles that hold: not ended, in a structure that is still open; and the same role in every structure that one took
 * over, because who answers for what those signed is its team.
 */
export async function selectRoles(
  db: Db,
  id: AccountId,
): Promise<{ organisationId: OrganisationId; role: OrganisationRole }[]> {
  const rows: { organisation_id: OrganisationId; role: string }[] = await db
    .withRecursive('held', (held) => {
      void held
        .from('memberships')
        .join('organisations', 'organisations.id', 'memberships.organisation_id')
        .where({ account_id: id })
        .whereNull('ended_at')
        .whereNull('organisations.closed_at')
        .select('memberships.organisation_id as organisation_id', 'memberships.role as role')
        .union((before) => {
          void before
            .from('organisations as taken')
            .join('held', 'held.organisation_id', 'taken.succeeded_by')
            .select('taken.id as organisation_id', 'held.role as role')
        })
    })
    .from('held')
    .join('organisations', 'organisations.id', 'held.organisation_id')
    .orderBy('organisations.name')
    .select('held.organisation_id', 'held.role')
  return rows.map((row) => ({ organisationId: row.organisation_id, role: toRole(row.role) }))
}

/** The lesser role unless the row says otherwise. */
export const toRole = (text: string): OrganisationRole => (text === 'coordinator' ? 'coordinator' : 'trainer')

function toAccount(row: AccountRow): AccountWithPassword {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    admin: row.admin_since !== null,
    locale: isLocale(row.locale) ? row.locale : DEFAULT_LOCALE,
    createdAt: row.created_at,
    disabledAt: row.disabled_at,
    passwordHash: row.password_hash,
  }
}
