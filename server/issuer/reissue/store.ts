import { z } from 'zod'
import type { CredentialId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'

export async function selectSignedBy(db: Db, keyId: string): Promise<CredentialId[]> {
  const ids: unknown = await db('credentials')
    .where({ signing_key_id: keyId })
    .whereNotNull('signed_at')
    .whereNull('revoked_at')
    .whereNull('superseded_by')
    .orderBy('requested_at')
    .orderBy('award_key')
    .pluck('id')
  return z.array(z.string()).parse(ids) as CredentialId[]
}

/**
 * Reads credentials and, on PostgreSQL, keeps their rows until the transaction ends (SQLite has one writer anyway):
 * nobody withdraws them while their successors are asked for. By id, so that two such readers wait for each other.
 */
export async function lockCredentials(trx: Db, ids: readonly CredentialId[]): Promise<void> {
  const sorted = [...ids].sort()
  for (let start = 0; start < sorted.length; start += CHUNK)
    await trx('credentials')
      .whereIn('id', sorted.slice(start, start + CHUNK))
      .orderBy('id')
      .forUpdate()
      .select('id')
}

const CHUNK = 100

/** Carries a suspension over to the credential that will take the place of the suspended one. */
export async function setSuspendedLike(trx: Db, id: CredentialId, like: CredentialId): Promise<void> {
  await trx('credentials')
    .where({ id })
    .update({
      suspended_at: trx('credentials as old').where({ 'old.id': like }).select('suspended_at'),
      suspension_reason: trx('credentials as old').where({ 'old.id': like }).select('suspension_reason'),
    })
}

/** The award of each of these passports, as it was asked for (JSON). */
export async function readAwards(trx: Db, ids: readonly CredentialId[]): Promise<Map<CredentialId, string>> {
  const rows: unknown = await trx('credentials')
    .whereIn('id', [...ids])
    .whereNotNull('award')
    .select(['id', 'award'])
  return new Map(
    z
      .array(z.object({ id: z.string(), award: z.string() }))
      .parse(rows)
      .map((row) => [row.id as CredentialId, row.award]),
  )
}

/** The endorsements that stand and speak of one of these credentials. */
export async function standingEndorsements(
  trx: Db,
  endorsed: readonly CredentialId[],
): Promise<CredentialId[]> {
  const ids: unknown = await trx('credentials')
    .where({ kind: 'endorsement' })
    .whereIn('endorses', [...endorsed])
    .whereNotNull('signed_at')
    .whereNull('revoked_at')
    .whereNull('superseded_by')
    .orderBy('id')
    .pluck('id')
  return z.array(z.string()).parse(ids) as CredentialId[]
}
