import type { CredentialId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { RevocationReason } from './revocation-reason.ts'
import type { SuspensionReason } from './suspension-reason.ts'

/** Marks a signed credential as revoked; false when it is not signed, or was revoked already. */
export async function setRevoked(
  db: Db,
  id: CredentialId,
  reason: RevocationReason,
  at: string,
): Promise<boolean> {
  const changed = await db('credentials')
    .where({ id })
    .whereNotNull('signed_at')
    .whereNull('revoked_at')
    .update({ revoked_at: at, revocation_reason: reason })
  return changed === 1
}

/** Marks a signed credential that stands as suspended; false when it is not one, or was suspended already. */
export async function setSuspended(
  db: Db,
  id: CredentialId,
  reason: SuspensionReason,
  at: string,
): Promise<boolean> {
  const changed = await db('credentials')
    .where({ id })
    .whereNotNull('signed_at')
    .whereNull('revoked_at')
    .whereNull('suspended_at')
    .update({ suspended_at: at, suspension_reason: reason })
  return changed === 1
}

/** Takes the suspension off; false when there is none. */
export async function clearSuspended(db: Db, id: CredentialId): Promise<boolean> {
  const changed = await db('credentials')
    .where({ id })
    .whereNotNull('suspended_at')
    .update({ suspended_at: null, suspension_reason: null })
  return changed === 1
}
