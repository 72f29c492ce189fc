import type { AccountId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { LoginSession } from './login-session.ts'

interface LoginSessionRow {
  token_hash: string
  account_id: AccountId
  created_at: string
  last_seen_at: string
  expires_at: string
}

const sessions = (db: Db) => db<LoginSessionRow>('login_sessions')

export async function insertLoginSession(db: Db, tokenHash: string, session: LoginSession): Promise<void> {
  await sessions(db).insert({
    token_hash: tokenHash,
    account_id: session.accountId,
    created_at: session.createdAt,
    last_seen_at: session.lastSeenAt,
    expires_at: session.expiresAt,
  })
}

export async function selectLoginSession(db: Db, tokenHash: string): Promise<LoginSession | undefined> {
  const row: LoginSessionRow | undefined = await sessions(db).where({ token_hash: tokenHash }).first()
  return (
    row && {
      accountId: row.account_id,
      createdAt: row.created_at,
      lastSeenAt: row.last_seen_at,
      expiresAt: row.expires_at,
    }
  )
}

export async function updateLastSeen(db: Db, tokenHash: string, at: string): Promise<void> {
  await sessions(db).where({ token_hash: tokenHash }).update({ last_seen_at: at })
}

export async function deleteLoginSession(db: Db, tokenHash: string): Promise<void> {
  await sessions(db).where({ token_hash: tokenHash }).delete()
}

export async function deleteLoginSessionsOf(db: Db, accountId: AccountId): Promise<void> {
  await sessions(db).where({ account_id: accountId }).delete()
}

/** Sweeps what nobody can use any more. */
export async function deleteExpiredLoginSessions(db: Db, now: string): Promise<void> {
  await sessions(db).where('expires_at', '<=', now).delete()
}
