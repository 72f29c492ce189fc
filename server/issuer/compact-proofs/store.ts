import { z } from 'zod'
import type { CredentialId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { fallenMembers } from './what-stands.ts'

/** A proof as it is printed. */
export interface KeptProof {
  readonly digits: string
  readonly credentialId: CredentialId
  readonly keyId: string
  readonly claimsDigest: string
  /** Codes of the members that it does not tell, because they stood no more when it was made. */
  readonly leavesOut: readonly string[]
  /** When it last said what stands. */
  readonly stoodAt: string
}

const keptRow = z
  .object({ digits: z.string(), key_id: z.string(), claims_digest: z.string() })
  .transform((row) => ({ digits: row.digits, keyId: row.key_id, claimsDigest: row.claims_digest }))

/** The proof that a passport is printed with today. */
export async function findCurrentProof(
  db: Db,
  credentialId: CredentialId,
): Promise<Pick<KeptProof, 'digits' | 'keyId' | 'claimsDigest'> | undefined> {
  const row: unknown = await db('compact_proofs')
    .where({ credential_id: credentialId })
    .whereNull('replaced_at')
    .orderBy('stood_at', 'desc')
    .first('digits', 'key_id', 'claims_digest')
  return keptRow.optional().parse(row)
}

/** Makes it the one proof of its passport; those before it are said to be replaced. */
export async function keepProof(trx: Db, proof: KeptProof): Promise<void> {
  const { digits, credentialId, keyId, claimsDigest, leavesOut, stoodAt } = proof
  await trx('compact_proofs')
    .where({ credential_id: credentialId })
    .whereNot({ digits })
    .whereNull('replaced_at')
    .update({ replaced_at: stoodAt })
  await trx('compact_proofs')
    .insert({
      digits,
      credential_id: credentialId,
      key_id: keyId,
      claims_digest: claimsDigest,
      leaves_out: leavesOut.join(' '),
      stood_at: stoodAt,
    })
    .onConflict('digits')
    .merge({ leaves_out: leavesOut.join(' '), stood_at: stoodAt, replaced_at: null })
}

/** Whether something that a proof tells stands no more since it was made. */
export async function isOutdated(db: Db, digits: string): Promise<boolean> {
  return (await outdatedProofs(db).where('proof.digits', digits).first()) !== undefined
}

const outdatedProofs = (db: Db) =>
  db('compact_proofs as proof')
    .whereNull('proof.replaced_at')
    .whereExists(
      fallenMembers(db)
        .where('inside.passport_id', db.ref('proof.credential_id'))
        // no comparison of instants: a withdrawal may have taken its own long before it was written
        .whereRaw("proof.leaves_out not like '%' || member.code || '%'")
        .select('inside.position'),
    )
    .select('proof.digits as name')

/** What devices are told of passports that are on paper; erased ones leave no trace of whether they are. */
export interface GoneNames {
  /** Codes. */
  readonly revoked: readonly string[]
  /** Codes. */
  readonly suspended: readonly string[]
  /** Codes of passports with a successor, and the digits of single proofs that say what stands no more. */
  readonly superseded: readonly string[]
}

export async function goneNames(db: Db): Promise<GoneNames> {
  const passports = () => db('credentials').where({ kind: 'passport' }).select('code as name')
  const proofs = db('compact_proofs').select('credential_id')
  const printed = () => passports().whereIn('id', proofs)
  return {
    // of an erased one nobody knows any more whether it was printed
    revoked: await names(
      passports()
        .whereNotNull('revoked_at')
        .where((known) => void known.whereIn('id', proofs).orWhereNotNull('erased_at')),
    ),
    suspended: await names(printed().whereNotNull('suspended_at')),
    superseded: [
      ...(await names(printed().whereNotNull('superseded_by'))),
      ...(await names(db('compact_proofs').whereNotNull('replaced_at').select('digits as name'))),
      ...(await names(outdatedProofs(db))),
    ],
  }
}

async function names(query: PromiseLike<unknown>): Promise<string[]> {
  const rows = z.array(z.object({ name: z.string() })).parse(await query)
  return rows.map(({ name }) => name)
}
