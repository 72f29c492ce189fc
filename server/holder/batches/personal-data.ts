import { z } from 'zod'
import type { PersonalDataKeeper } from '../../access/personal-data/index.ts'
import type { LearnerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Batch, BatchId } from './batch.ts'
import type { BatchFolder } from './batch-folder.ts'
import { lockBatch, updateBatch } from './store.ts'

/**
 * Who is in which batch. A file that somebody's passport is in goes with them, at once: their own for good, the
 * printer's until it is made again without them.
 */
export function batchesKeeper(folder: Pick<BatchFolder, 'remove'>): PersonalDataKeeper {
  return {
    name: 'passport_batches',
    tables: ['passport_batches', 'passport_batch_files', 'passport_batch_items'],
    exportOf: async (db, learnerId) => [
      { section: 'passport_batches', records: await batchesOf(db, learnerId) },
    ],
    async erase(trx, learnerId) {
      const removals: { readonly id: BatchId; readonly names: readonly string[] }[] = []
      for (const id of await batchIdsOf(trx, learnerId)) {
        // whoever prints them at this moment writes down after us what is left to write down
        const batch = await lockBatch(trx, id)
        if (batch) removals.push({ id, names: await takeOut(trx, batch, learnerId) })
      }
      return {
        kept: [],
        // should it be lost, the chore finds files that no row names
        afterCommit: async () => {
          for (const { id, names } of removals) await folder.remove(id, names)
        },
      }
    },
  }
}

const ids = z.array(z.string().transform((id) => id as BatchId))
const records = z.array(z.record(z.string(), z.unknown()))
const numbers = z.array(z.coerce.number())

async function batchIdsOf(db: Db, learnerId: LearnerId): Promise<BatchId[]> {
  const found: unknown = await db('passport_batch_items')
    .where({ learner_id: learnerId })
    .orderBy('batch_id')
    .distinct()
    .pluck('batch_id')
  return ids.parse(found)
}

async function batchesOf(db: Db, learnerId: LearnerId): Promise<unknown[]> {
  const found: unknown = await db('passport_batches')
    .whereIn('id', db('passport_batch_items').where({ learner_id: learnerId }).select('batch_id'))
    .orderBy('requested_at')
    .select(['requested_at', 'form', 'locale', 'beside', 'output', 'expires_at'])
  return records.parse(found)
}

/** Takes somebody out of a batch. Returns the names of the files that are to leave the disk. */
async function takeOut(trx: Db, batch: Batch, learnerId: LearnerId): Promise<string[]> {
  const theirs = { batch_id: batch.id, learner_id: learnerId }
  const concerned = numbers.parse(
    await trx('passport_batch_items').where(theirs).distinct().pluck('file_number'),
  )
  const files = () => trx('passport_batch_files').where({ batch_id: batch.id }).whereIn('number', concerned)
  const names = z.array(z.string()).parse(await files().whereNotNull('file').pluck('file'))
  await files().update({ file: null, bytes: 0 })
  if (batch.output === 'printer') {
    await files().update({ made_at: null })
    await updateBatch(trx, batch.id, { finished_at: null, attempts: 0 })
  }
  await trx('passport_batch_items').where(theirs).update({ learner_id: null, failure: null, missing: null })
  return names
}
