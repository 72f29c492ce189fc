import { z } from 'zod'
import type { LearnerId } from '../../kernel/ids.ts'
import { insertRows, type Db } from '../../platform/db/index.ts'
import { FAILURES, type BatchFile, type BatchId, type BatchItem } from './batch.ts'
import { insertFiles } from './file-store.ts'

const itemRow = z
  .object({
    position: z.coerce.number(),
    learner_id: z
      .string()
      .nullable()
      .transform((id) => id as LearnerId | null),
    file_number: z.coerce.number(),
    failure: z.enum(FAILURES).nullable(),
    missing: z.string().nullable(),
  })
  .transform((row): BatchItem => ({
    position: row.position,
    learnerId: row.learner_id,
    fileNumber: row.file_number,
    failure: row.failure,
    missing: row.missing,
  }))

const parseItems = (rows: unknown): BatchItem[] => z.array(itemRow).parse(rows)

/** Who is in a batch, in the order in which they are printed, and the files they go into. */
export async function insertItems(
  trx: Db,
  batchId: BatchId,
  items: readonly (Pick<BatchItem, 'position' | 'fileNumber'> & { readonly learnerId: LearnerId })[],
): Promise<void> {
  await insertFiles(trx, batchId, [...new Set(items.map(({ fileNumber }) => fileNumber))])
  await insertRows(
    trx,
    'passport_batch_items',
    items.map(({ position, learnerId, fileNumber }) => ({
      batch_id: batchId,
      position,
      learner_id: learnerId,
      file_number: fileNumber,
    })),
  )
}

/** The people of these files, in order. */
export async function selectItemsOf(
  db: Db,
  batchId: BatchId,
  files: readonly Pick<BatchFile, 'number'>[],
): Promise<BatchItem[]> {
  const found: BatchItem[] = []
  for (let start = 0; start < files.length; start += 100)
    found.push(
      ...parseItems(
        await db('passport_batch_items')
          .where({ batch_id: batchId })
          .whereIn(
            'file_number',
            files.slice(start, start + 100).map(({ number }) => number),
          )
          .orderBy('position'),
      ),
    )
  return found
}

/** What became of somebody's passport. */
export async function updateItem(
  trx: Db,
  batchId: BatchId,
  item: Pick<BatchItem, 'position' | 'failure' | 'missing'>,
): Promise<void> {
  const { position, failure, missing } = item
  await trx('passport_batch_items').where({ batch_id: batchId, position }).update({ failure, missing })
}

/** Nobody's passport of these people is written down as failed any more, and the files they go into are to be made anew. */
export async function reopenFailed(trx: Db, batchId: BatchId): Promise<number> {
  const failed = () =>
    trx('passport_batch_items')
      .where({ batch_id: batchId })
      .whereNotNull('failure')
      .whereNotNull('learner_id')
  const reopened = await trx('passport_batch_files')
    .where({ batch_id: batchId })
    .whereIn('number', failed().distinct('file_number'))
    .update({ file: null, bytes: 0, made_at: null })
  await failed().update({ failure: null })
  return reopened
}

/** What is written down of the people of a batch goes; the batch itself stays as a line of its structure's list. */
export async function deleteItems(trx: Db, batchId: BatchId): Promise<void> {
  await trx('passport_batch_items').where({ batch_id: batchId }).del()
  await trx('passport_batch_files').where({ batch_id: batchId }).del()
}
