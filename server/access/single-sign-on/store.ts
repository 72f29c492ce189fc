import { newId, type AccountId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'

interface RequestRow {
  state_hash: string
  browser_hash: string
  secrets: string
  next: string | null
  expires_at: string
}

interface IdentityRow {
  id: string
  issuer: string
  subject: string
  account_id: AccountId
  created_at: string
}

/** Somebody who left for the other organisation and is expected back. */
export interface SignOnRequest {
  readonly browserHash: string
  /** Nonce and code verifier, sealed. */
  readonly secrets: string
  readonly next: string | null
  readonly expiresAt: string
}

const requests = (db: Db) => db<RequestRow>('sign_on_requests')
const identities = (db: Db) => db<IdentityRow>('sign_on_identities')

/** Keeps a request, and sweeps those nobody came back from. */
export async function insertRequest(
  db: Db,
  stateHash: string,
  request: SignOnRequest,
  now: string,
): Promise<void> {
  await requests(db).where('expires_at', '<=', now).delete()
  await requests(db).insert({
    state_hash: stateHash,
    browser_hash: request.browserHash,
    secrets: request.secrets,
    next: request.next,
    expires_at: request.expiresAt,
  })
}

/** Uses a request up. Undefined when there is none, or it was another browser's. */
export async function takeRequest(
  db: Db,
  where: { readonly stateHash: string; readonly browserHash: string },
): Promise<SignOnRequest | undefined> {
  const keys = { state_hash: where.stateHash, browser_hash: where.browserHash }
  const row: RequestRow | undefined = await requests(db).where(keys).first()
  if (row === undefined || (await requests(db).where(keys).delete()) !== 1) return undefined
  return { browserHash: row.browser_hash, secrets: row.secrets, next: row.next, expiresAt: row.expires_at }
}

/** Whose account somebody known elsewhere has here. */
export async function selectIdentity(
  db: Db,
  identity: { readonly issuer: string; readonly subject: string },
): Promise<AccountId | undefined> {
  const { issuer, subject } = identity
  const row: IdentityRow | undefined = await identities(db).where({ issuer, subject }).first()
  return row?.account_id
}

/** Whether an account belongs to anybody of this issuer already. */
export async function hasIdentity(db: Db, issuer: string, accountId: AccountId): Promise<boolean> {
  const row: IdentityRow | undefined = await identities(db).where({ issuer, account_id: accountId }).first()
  return row !== undefined
}

export async function insertIdentity(
  db: Db,
  identity: { readonly issuer: string; readonly subject: string; readonly accountId: AccountId },
  at: string,
): Promise<void> {
  const { issuer, subject, accountId } = identity
  await identities(db).insert({ id: newId(), issuer, subject, account_id: accountId, created_at: at })
}
