import type { AccountId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'

interface LoginLinkRow {
  token_hash: string
  account_id: AccountId
  browser_hash: string
  next: string | null
  created_at: string
  expires_at: string
}

/** A mailed link that signs in, once, the browser that asked for it. */
export interface LoginLink {
  readonly accountId: AccountId
  readonly browserHash: string
  readonly next: string | null
  readonly createdAt: string
  readonly expiresAt: string
}

const links = (db: Db) => db<LoginLinkRow>('login_links')

export async function insertLoginLink(db: Db, tokenHash: string, link: LoginLink): Promise<void> {
  await links(db).insert({
    token_hash: tokenHash,
    account_id: link.accountId,
    browser_hash: link.browserHash,
    next: link.next,
    created_at: link.createdAt,
    expires_at: link.expiresAt,
  })
}

export async function selectLoginLink(db: Db, tokenHash: string): Promise<LoginLink | undefined> {
  const row: LoginLinkRow | undefined = await links(db).where({ token_hash: tokenHash }).first()
  return row && toLink(row)
}

export async function selectLoginLinksOf(db: Db, accountId: AccountId): Promise<LoginLink[]> {
  const rows: LoginLinkRow[] = await links(db).where({ account_id: accountId })
  return rows.map(toLink)
}

/** Uses a link up, and every other of the account. @returns false when somebody was faster */
export async function claimLoginLink(db: Db, tokenHash: string, accountId: AccountId): Promise<boolean> {
  const gone: number = await links(db).where({ token_hash: tokenHash }).delete()
  await links(db).where({ account_id: accountId }).delete()
  return gone === 1
}

export async function deleteExpiredLoginLinks(db: Db, now: string): Promise<void> {
  await links(db).where('expires_at', '<=', now).delete()
}

function toLink(row: LoginLinkRow): LoginLink {
  return {
    accountId: row.account_id,
    browserHash: row.browser_hash,
    next: row.next,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  }
}
