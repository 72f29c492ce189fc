import { z } from 'zod'
import type { Db } from '../../platform/db/index.ts'
import type { BatchId } from './batch.ts'

/** How far a batch is. */
export interface BatchCounts {
  /** People whose turn has come. */
  readonly done: number
  /** Those of them without a passport in the files, the erased ones not counted. */
  readonly failed: number
  /** People with letters that no font has. */
  readonly gaps: number
  readonly erased: number
  readonly bytes: number
}

const countRow = z.object({
  done: z.coerce.number(),
  failed: z.coerce.number(),
  gaps: z.coerce.number(),
  erased: z.coerce.number(),
})

export async function selectCounts(db: Db, batchId: BatchId): Promise<BatchCounts> {
  const sum = (condition: string, name: string) =>
    db.raw(`coalesce(sum(case when ${condition} then 1 else 0 end), 0) as ${name}`)
  const people: unknown = await db('passport_batch_items as item')
    .join('passport_batch_files as file', (on) => {
      void on.on('file.batch_id', 'item.batch_id').andOn('file.number', 'item.file_number')
    })
    .where('item.batch_id', batchId)
    .first(
      sum('file.made_at is not null', 'done'),
      sum('item.failure is not null and item.learner_id is not null', 'failed'),
      sum('item.missing is not null', 'gaps'),
      sum('item.learner_id is null', 'erased'),
    )
  const size: unknown = await db('passport_batch_files')
    .where({ batch_id: batchId })
    .sum({ bytes: 'bytes' })
    .first()
  const { bytes } = z.object({ bytes: z.coerce.number().nullable() }).parse(size)
  return { ...countRow.parse(people), bytes: bytes ?? 0 }
}
