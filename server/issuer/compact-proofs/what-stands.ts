import { z } from 'zod'
import type { CredentialId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'

/**
 * Signed by a key that somebody else had by then: our own pages do not believe it, and no other key may speak for it. The
 * instant is our register's, as it is for a full verification.
 */
const disbelieved = (db: Db, credential: string) =>
  db('signing_keys as key')
    .where('key.id', db.ref(`${credential}.signing_key_id`))
    .where('key.state', 'compromised')
    .whereRaw(`coalesce(key.compromised_since, key.created_at) <= ${credential}.signed_at`)
    .select('key.id')

/** The competences and stays inside passports that stand no more: withdrawn, suspended, or signed by such a key. */
export const fallenMembers = (db: Db) =>
  db('passport_members as inside')
    .join('credentials as member', 'member.id', 'inside.credential_id')
    .whereIn('member.kind', ['competence', 'mobility'])
    .where(
      (fallen) =>
        void fallen
          .whereNotNull('member.revoked_at')
          .orWhereNotNull('member.suspended_at')
          .orWhereExists(disbelieved(db, 'member')),
    )

/** The codes of those in one passport. */
export async function findFallen(db: Db, passportId: CredentialId): Promise<string[]> {
  const rows: unknown = await fallenMembers(db)
    .where('inside.passport_id', passportId)
    .orderBy('inside.position')
    .select('member.code')
  return z
    .array(z.object({ code: z.string() }))
    .parse(rows)
    .map(({ code }) => code)
}

/** Whether the key that signed a credential may still be believed for it. */
export async function isBelieved(db: Db, id: CredentialId): Promise<boolean> {
  const row: unknown = await db('credentials as it')
    .where('it.id', id)
    .whereExists(disbelieved(db, 'it'))
    .first('it.id')
  return row === undefined
}
