import type { AccountId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'

interface PasswordResetRow {
  token_hash: string
  account_id: AccountId
  created_at: string
  expires_at: string
  used_at: string | null
}

/** A mailed link that lets its reader choose a new password, once. */
export interface PasswordReset {
  readonly accountId: AccountId
  readonly createdAt: string
  readonly expiresAt: string
  readonly usedAt: string | null
}

const resets = (db: Db) => db<PasswordResetRow>('password_resets')

/** Keeps the newest link only: those mailed before stop working. */
export async function replaceReset(db: Db, tokenHash: string, reset: PasswordReset): Promise<void> {
  await resets(db).where({ account_id: reset.accountId }).delete()
  await resets(db).insert({
    token_hash: tokenHash,
    account_id: reset.accountId,
    created_at: reset.createdAt,
    expires_at: reset.expiresAt,
    used_at: reset.usedAt,
  })
}

export async function selectReset(
  db: Db,
  where: { tokenHash: string } | { accountId: AccountId },
): Promise<PasswordReset | undefined> {
  const row: PasswordResetRow | undefined = await resets(db)
    .where('tokenHash' in where ? { token_hash: where.tokenHash } : { account_id: where.accountId })
    .first()
  return (
    row && {
      accountId: row.account_id,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      usedAt: row.used_at,
    }
  )
}

/** Uses the link up. @returns false when somebody was faster */
export async function claimReset(db: Db, tokenHash: string, at: string): Promise<boolean> {
  const changed: number = await resets(db)
    .where({ token_hash: tokenHash })
    .whereNull('used_at')
    .update({ used_at: at })
  return changed === 1
}
