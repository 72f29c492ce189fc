import { z } from 'zod'
import type { LearnerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Pseudonym, SealedAnswer } from './seal.ts'
import type { SupportNeed } from './support-needs.ts'

const sealedRow = z
  .object({ pseudonym: z.string(), year: z.coerce.number(), content: z.string() })
  .transform((row): SealedAnswer => ({ ...row, pseudonym: row.pseudonym as Pseudonym }))

export async function upsertSealed(trx: Db, { pseudonym, year, content }: SealedAnswer): Promise<void> {
  await trx('support_needs').insert({ pseudonym, year, content }).onConflict(['pseudonym', 'year']).merge()
}

export async function selectSealed(
  db: Db,
  by: { pseudonym: Pseudonym } | { year: number },
): Promise<SealedAnswer[]> {
  return z.array(sealedRow).parse(await db('support_needs').where(by).orderBy(['year', 'pseudonym']))
}

export async function deleteSealed(
  trx: Db,
  by: { readonly pseudonym: Pseudonym; readonly year?: number },
): Promise<number> {
  return trx('support_needs').where(by).delete()
}

/** The years before `year` that still have rows. */
export async function selectYearsBefore(db: Db, year: number): Promise<number[]> {
  const found: unknown = await db('support_needs').where('year', '<', year).distinct().pluck('year')
  return z.array(z.coerce.number()).parse(found)
}

export async function deleteYear(trx: Db, year: number): Promise<number> {
  return trx('support_needs').where({ year }).delete()
}

/** What is counted of a year: people who answered, and who named a need. */
export type Counted = SupportNeed | 'answered'

export async function insertCounts(
  trx: Db,
  year: number,
  counts: ReadonlyMap<Counted, number>,
): Promise<void> {
  for (const [need, people] of counts)
    await trx('support_need_counts').insert({ year, need, people }).onConflict(['year', 'need']).ignore()
}

const countRow = z.object({ need: z.string(), people: z.coerce.number() })

export async function selectCounts(db: Db, year: number): Promise<ReadonlyMap<string, number>> {
  const rows = z.array(countRow).parse(await db('support_need_counts').where({ year }))
  return new Map(rows.map(({ need, people }) => [need, people]))
}

/** Since when somebody gets reinforced support; null when they do not, or nobody said. */
export async function selectReinforced(db: Db, learnerId: LearnerId): Promise<string | null> {
  const row: unknown = await db('learners').where({ id: learnerId }).first('reinforced_support_at')
  return (
    z.object({ reinforced_support_at: z.string().nullable() }).optional().parse(row)?.reinforced_support_at ??
    null
  )
}

export async function updateReinforced(trx: Db, learnerId: LearnerId, since: string | null): Promise<void> {
  await trx('learners').where({ id: learnerId }).update({ reinforced_support_at: since })
}
