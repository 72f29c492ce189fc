import { z } from 'zod'
import { insertRows, type Db } from '../../platform/db/index.ts'
import type { BatchFile, BatchId } from './batch.ts'

const fileRow = z
  .object({
    number: z.coerce.number(),
    file: z.string().nullable(),
    bytes: z.coerce.number(),
    made_at: z.string().nullable(),
  })
  .transform(({ number, file, bytes, made_at: madeAt }): BatchFile => ({ number, file, bytes, madeAt }))

const parseFiles = (rows: unknown): BatchFile[] => z.array(fileRow).parse(rows)

/** The files of a batch, all still to be made. */
export async function insertFiles(trx: Db, batchId: BatchId, numbers: readonly number[]): Promise<void> {
  await insertRows(
    trx,
    'passport_batch_files',
    numbers.map((number) => ({ batch_id: batchId, number, bytes: 0 })),
  )
}

/** The next files to make. */
export async function selectUnmade(db: Db, batchId: BatchId, most: number): Promise<BatchFile[]> {
  return parseFiles(
    await db('passport_batch_files')
      .where({ batch_id: batchId, made_at: null })
      .orderBy('number')
      .limit(most),
  )
}

export async function selectFile(db: Db, batchId: BatchId, number: number): Promise<BatchFile | undefined> {
  return parseFiles(await db('passport_batch_files').where({ batch_id: batchId, number }))[0]
}

/** The files that are there, in order. */
export async function selectMade(db: Db, batchId: BatchId): Promise<BatchFile[]> {
  return parseFiles(
    await db('passport_batch_files').where({ batch_id: batchId }).whereNotNull('file').orderBy('number'),
  )
}

/** Writes down that a file was made; without a name when nobody of it has a passport. */
export async function updateFile(
  trx: Db,
  batchId: BatchId,
  { number, file, bytes, madeAt }: BatchFile,
): Promise<void> {
  await trx('passport_batch_files')
    .where({ batch_id: batchId, number })
    .update({ file, bytes, made_at: madeAt })
}

/** The names of a batch's files on the disk. */
export async function fileNames(db: Db, batchId: BatchId): Promise<string[]> {
  return z
    .array(z.string())
    .parse(await db('passport_batch_files').where({ batch_id: batchId }).whereNotNull('file').pluck('file'))
}
