import { z } from 'zod'
import type { Db } from '../../platform/db/index.ts'
import { FAILURES, type BatchFailure, type BatchId } from './batch.ts'

const learned = z.object({
  position: z.coerce.number(),
  given_name: z.string().nullable(),
  family_name: z.string().nullable(),
  failure: z.enum(FAILURES).nullable(),
  missing: z.string().nullable(),
})

/** Somebody of a batch by their name today; without one when they had themselves erased. */
export interface NamedItem {
  readonly position: number
  readonly givenName: string | null
  readonly familyName: string | null
  readonly failure: BatchFailure | null
  readonly missing: string | null
}

const toNamed = (row: z.output<typeof learned>): NamedItem => ({
  position: row.position,
  givenName: row.given_name,
  familyName: row.family_name,
  failure: row.failure,
  missing: row.missing,
})

function named(db: Db, batchId: BatchId) {
  return db('passport_batch_items as item')
    .leftJoin('learners', 'learners.id', 'item.learner_id')
    .where('item.batch_id', batchId)
    .orderBy('item.position')
    .select(['item.position', 'given_name', 'family_name', 'item.failure', 'item.missing'])
}

/** Everybody of a batch, in order. */
export async function selectNamed(db: Db, batchId: BatchId): Promise<NamedItem[]> {
  return z
    .array(learned)
    .parse(await named(db, batchId))
    .map(toNamed)
}

/** Those of whom something is to be said: no passport, or letters that could not be printed. */
export async function selectTroubled(db: Db, batchId: BatchId, most: number): Promise<NamedItem[]> {
  const query = named(db, batchId).where(
    (trouble) => void trouble.whereNotNull('item.failure').orWhereNotNull('item.missing'),
  )
  return z
    .array(learned)
    .parse(await query.limit(most))
    .map(toNamed)
}
