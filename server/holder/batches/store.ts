import { z } from 'zod'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Batch, BatchId } from './batch.ts'
import { parseBatches } from './batch-row.ts'

const ids = z.array(z.string())

export async function insertBatch(trx: Db, batch: Batch): Promise<void> {
  const { about } = batch
  await trx('passport_batches').insert({
    id: batch.id,
    organisation_id: batch.organisationId,
    requested_by: batch.requestedBy,
    requested_at: batch.requestedAt,
    scope: about.scope,
    period_from: about.scope === 'period' ? about.from : null,
    period_until: about.scope === 'period' ? about.until : null,
    session_ids: JSON.stringify(about.scope === 'sessions' ? about.sessionIds : []),
    form: batch.form,
    locale: batch.locale,
    beside: batch.beside ?? null,
    output: batch.output,
    people: batch.people,
    expires_at: batch.expiresAt,
  })
}

/** A batch of this structure. */
export async function selectBatch(
  db: Db,
  organisationId: OrganisationId,
  id: string,
): Promise<Batch | undefined> {
  return parseBatches(await db('passport_batches').where({ id, organisation_id: organisationId }))[0]
}

/** Any batch, for the server's own work. */
export async function findBatch(db: Db, id: BatchId): Promise<Batch | undefined> {
  return parseBatches(await db('passport_batches').where({ id }))[0]
}

/** The same, for nobody else to change until the transaction ends. */
export async function lockBatch(trx: Db, id: BatchId): Promise<Batch | undefined> {
  return parseBatches(await trx('passport_batches').where({ id }).forUpdate())[0]
}

/** The newest batches of a structure. */
export async function selectBatches(db: Db, organisationId: OrganisationId, most: number): Promise<Batch[]> {
  return parseBatches(
    await db('passport_batches')
      .where({ organisation_id: organisationId })
      .orderBy([
        { column: 'requested_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(most),
  )
}

/** How many batches of a structure may have files on the disk. */
export async function countLive(db: Db, organisationId: OrganisationId, now: string): Promise<number> {
  const found: unknown = await db('passport_batches')
    .where({ organisation_id: organisationId, deleted_at: null })
    .where('expires_at', '>', now)
    .count({ count: '*' })
    .first()
  return z.object({ count: z.coerce.number() }).parse(found).count
}

/** What becomes of a batch. Null takes a mark away. */
export interface BatchChange {
  readonly under_way?: number
  readonly attempts?: number
  readonly lease_until?: string | null
  readonly lease_token?: string | null
  readonly failed_at?: string | null
  readonly finished_at?: string | null
  readonly cancelled_at?: string | null
  readonly expires_at?: string
  readonly deleted_at?: string
}

export async function updateBatch(db: Db, id: BatchId, change: BatchChange): Promise<void> {
  await db('passport_batches').where({ id }).update(change)
}

/** Batches whose days are over and that nobody deleted. */
export async function selectExpired(db: Db, now: string): Promise<BatchId[]> {
  return ids.parse(
    await db('passport_batches').whereNull('deleted_at').where('expires_at', '<=', now).pluck('id'),
  ) as BatchId[]
}

/** Batches that are deleted and of whose people something is still written down. */
export async function selectToForget(db: Db): Promise<BatchId[]> {
  return ids.parse(
    await db('passport_batches')
      .whereNotNull('deleted_at')
      .whereExists(
        db('passport_batch_items')
          .whereRaw('passport_batch_items.batch_id = passport_batches.id')
          .select('position'),
      )
      .orderBy('id')
      .pluck('id'),
  ) as BatchId[]
}

/** Of these folders' names, the batches that are not deleted. */
export async function selectKept(db: Db, names: readonly string[]): Promise<Batch[]> {
  const kept: Batch[] = []
  for (let start = 0; start < names.length; start += 100)
    kept.push(
      ...parseBatches(
        await db('passport_batches')
          .whereIn('id', names.slice(start, start + 100))
          .whereNull('deleted_at'),
      ),
    )
  return kept
}
