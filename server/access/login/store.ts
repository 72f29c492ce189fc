import type { AccountId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { LoginSession, LoginSessionId, SignInWay } from './login-session.ts'

interface LoginSessionRow {
  token_hash: string
  id: LoginSessionId
  account_id: AccountId
  way: string
  second_factor_at: string | null
  device: string
  id_token: string | null
  created_at: string
  last_seen_at: string
  expires_at: string
}

const sessions = (db: Db) => db<LoginSessionRow>('login_sessions')

export async function insertLoginSession(db: Db, tokenHash: string, session: LoginSession): Promise<void> {
  await sessions(db).insert({
    token_hash: tokenHash,
    id: session.id,
    account_id: session.accountId,
    way: session.way,
    second_factor_at: session.secondFactorAt,
    device: session.device,
    id_token: session.idToken,
    created_at: session.createdAt,
    last_seen_at: session.lastSeenAt,
    expires_at: session.expiresAt,
  })
}

export async function selectLoginSession(db: Db, tokenHash: string): Promise<LoginSession | undefined> {
  const row: LoginSessionRow | undefined = await sessions(db).where({ token_hash: tokenHash }).first()
  return row && toSession(row)
}

/** The most recently used first. */
export async function selectLoginSessionsOf(db: Db, accountId: AccountId): Promise<LoginSession[]> {
  const rows: LoginSessionRow[] = await sessions(db)
    .where({ account_id: accountId })
    .orderBy([{ column: 'last_seen_at', order: 'desc' }, { column: 'id' }])
  return rows.map(toSession)
}

export async function updateLastSeen(db: Db, tokenHash: string, at: string): Promise<void> {
  await sessions(db).where({ token_hash: tokenHash }).update({ last_seen_at: at })
}

export async function updateSecondFactorAt(db: Db, id: LoginSessionId, at: string): Promise<void> {
  await sessions(db).where({ id }).update({ second_factor_at: at })
}

export async function deleteLoginSession(db: Db, tokenHash: string): Promise<void> {
  await sessions(db).where({ token_hash: tokenHash }).delete()
}

/** @returns how many there were: of all, of one alone, or of all but one */
export async function deleteLoginSessionsOf(
  db: Db,
  accountId: AccountId,
  which: { readonly only?: LoginSessionId; readonly except?: LoginSessionId } = {},
): Promise<number> {
  const query = sessions(db).where({ account_id: accountId })
  if (which.only !== undefined) void query.where({ id: which.only })
  if (which.except !== undefined) void query.whereNot({ id: which.except })
  return query.delete()
}

/** Sweeps what nobody can use any more. */
export async function deleteExpiredLoginSessions(db: Db, now: string): Promise<void> {
  await sessions(db).where('expires_at', '<=', now).delete()
}

function toSession(row: LoginSessionRow): LoginSession {
  return {
    id: row.id,
    accountId: row.account_id,
    way: row.way as SignInWay,
    secondFactorAt: row.second_factor_at,
    device: row.device,
    idToken: row.id_token,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
  }
}
