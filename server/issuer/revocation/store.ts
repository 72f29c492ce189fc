import type { CredentialId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { RevocationReason } from './revocation-reason.ts'

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
