import type { AccountId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { SignInWay } from './login-session.ts'

interface PendingLoginRow {
  token_hash: string
  account_id: AccountId
  way: string
  next: string | null
  id_token: string | null
  expires_at: string
}

/** Somebody who showed one factor and has not shown the second. It opens nothing but the page that asks for it. */
export interface PendingLogin {
  readonly accountId: AccountId
  readonly way: SignInWay
  readonly next: string | null
  readonly idToken: string | null
  readonly expiresAt: string
}

const pending = (db: Db) => db<PendingLoginRow>('pending_logins')

export async function insertPendingLogin(db: Db, tokenHash: string, login: PendingLogin): Promise<void> {
  await pending(db).insert({
    token_hash: tokenHash,
    account_id: login.accountId,
    way: login.way,
    next: login.next,
    id_token: login.idToken,
    expires_at: login.expiresAt,
  })
}

export async function selectPendingLogin(db: Db, tokenHash: string): Promise<PendingLogin | undefined> {
  const row: PendingLoginRow | undefined = await pending(db).where({ token_hash: tokenHash }).first()
  return (
    row && {
      accountId: row.account_id,
      way: row.way as SignInWay,
      next: row.next,
      idToken: row.id_token,
      expiresAt: row.expires_at,
    }
  )
}

/** @returns false when it was used or forgotten */
export async function deletePendingLogin(db: Db, tokenHash: string): Promise<boolean> {
  const gone: number = await pending(db).where({ token_hash: tokenHash }).delete()
  return gone === 1
}

export async function deletePendingLoginsOf(db: Db, accountId: AccountId): Promise<void> {
  await pending(db).where({ account_id: accountId }).delete()
}

export async function deleteExpiredPendingLogins(db: Db, now: string): Promise<void> {
  await pending(db).where('expires_at', '<=', now).delete()
}
