import { z } from 'zod'
import type { Db } from '../../platform/db/index.ts'

// counts are text in PostgreSQL
const count = z.coerce.number().int()

export async function countSignedBy(
  db: Db,
  keyId: string,
  since: string | null,
): Promise<{ before: number; since: number; standing: number }> {
  const late = since ?? '9999'
  const row: unknown = await db('credentials')
    .where({ signing_key_id: keyId })
    .whereNotNull('signed_at')
    .first(
      db.raw('coalesce(sum(case when signed_at < ? then 1 else 0 end), 0) as before', [late]),
      db.raw('coalesce(sum(case when signed_at >= ? then 1 else 0 end), 0) as since', [late]),
      db.raw(
        'coalesce(sum(case when revoked_at is null and superseded_by is null then 1 else 0 end), 0) as standing',
      ),
    )
  return z.object({ before: count, since: count, standing: count }).parse(row)
}

/** How many credentials each key signed. */
export async function countSignedByEach(db: Db): Promise<Map<string, number>> {
  const rows: unknown = await db('credentials')
    .whereNotNull('signing_key_id')
    .groupBy('signing_key_id')
    .select('signing_key_id', db.raw('count(*) as signed'))
  return new Map(
    z
      .array(z.object({ signing_key_id: z.string(), signed: count }))
      .parse(rows)
      .map((row) => [row.signing_key_id, row.signed]),
  )
}
