import { newId, type AccountId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'

interface TotpRow {
  account_id: AccountId
  sealed_secret: string | null
  confirmed_at: string | null
  sealed_candidate: string | null
  last_step: number | null
}

interface RecoveryRow {
  id: string
  account_id: AccountId
  code_hash: string
  created_at: string
  used_at: string | null
}

/** The secret an account shares with an app, and the one it is about to. */
export interface StoredTotp {
  readonly sealedSecret: string | null
  readonly confirmedAt: string | null
  readonly sealedCandidate: string | null
  readonly lastStep: number | null
}

const secrets = (db: Db) => db<TotpRow>('totp_secrets')
const codes = (db: Db) => db<RecoveryRow>('recovery_codes')

export async function selectTotp(db: Db, accountId: AccountId): Promise<StoredTotp | undefined> {
  const row: TotpRow | undefined = await secrets(db).where({ account_id: accountId }).first()
  return (
    row && {
      sealedSecret: row.sealed_secret,
      confirmedAt: row.confirmed_at,
      sealedCandidate: row.sealed_candidate,
      lastStep: row.last_step,
    }
  )
}

/** Keeps a secret that is not confirmed yet: the one before goes on working. */
export async function upsertCandidate(db: Db, accountId: AccountId, sealed: string): Promise<void> {
  await secrets(db)
    .insert({
      account_id: accountId,
      sealed_secret: null,
      confirmed_at: null,
      sealed_candidate: sealed,
      last_step: null,
    })
    .onConflict('account_id')
    .merge(['sealed_candidate'])
}

/** The candidate becomes the secret. @returns false when it is another one by now */
export async function confirmCandidate(
  db: Db,
  accountId: AccountId,
  confirmed: { readonly sealed: string; readonly step: number; readonly at: string },
): Promise<boolean> {
  const changed: number = await secrets(db)
    .where({ account_id: accountId, sealed_candidate: confirmed.sealed })
    .update({
      sealed_secret: confirmed.sealed,
      confirmed_at: confirmed.at,
      sealed_candidate: null,
      last_step: confirmed.step,
    })
  return changed === 1
}

/** Uses a time step up. @returns false when somebody was faster with it or a later one */
export async function claimStep(db: Db, accountId: AccountId, step: number): Promise<boolean> {
  const changed: number = await secrets(db)
    .where({ account_id: accountId })
    .where((older) => void older.whereNull('last_step').orWhere('last_step', '<', step))
    .update({ last_step: step })
  return changed === 1
}

/** @returns whether there was a secret in use */
export async function deleteTotp(db: Db, accountId: AccountId): Promise<boolean> {
  const before = await selectTotp(db, accountId)
  await secrets(db).where({ account_id: accountId }).delete()
  return before?.confirmedAt !== undefined && before.confirmedAt !== null
}

/** The codes given before stop working. */
export async function replaceRecoveryCodes(
  db: Db,
  accountId: AccountId,
  hashes: readonly string[],
  at: string,
): Promise<void> {
  await codes(db).where({ account_id: accountId }).delete()
  for (const hash of hashes)
    await codes(db).insert({
      id: newId(),
      account_id: accountId,
      code_hash: hash,
      created_at: at,
      used_at: null,
    })
}

/** Uses a code up. @returns false when there is none, or it was used */
export async function claimRecoveryCode(
  db: Db,
  accountId: AccountId,
  hash: string,
  at: string,
): Promise<boolean> {
  const changed: number = await codes(db)
    .where({ account_id: accountId, code_hash: hash })
    .whereNull('used_at')
    .update({ used_at: at })
  return changed === 1
}

export async function countRecoveryCodes(db: Db, accountId: AccountId): Promise<number> {
  const rows: unknown[] = await codes(db).where({ account_id: accountId }).whereNull('used_at').select('id')
  return rows.length
}

export async function deleteRecoveryCodes(db: Db, accountId: AccountId): Promise<void> {
  await codes(db).where({ account_id: accountId }).delete()
}
