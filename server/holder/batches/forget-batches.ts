import { isoInstant } from '../../kernel/clock.ts'
import type { BatchId } from './batch.ts'
import type { BatchDeps } from './batches-deps.ts'
import { deleteItems } from './item-store.ts'
import { lockBatch, selectExpired, selectKept, selectToForget, updateBatch } from './store.ts'
import { tidyFolder } from './tidy-folder.ts'

type ForgetDeps = Pick<BatchDeps, 'db' | 'clock' | 'batchFolder'>

/**
 * Takes away what is not to be kept: batches whose days are over, files of deleted ones, and files that a stop in the
 * middle of something left behind.
 */
export async function forgetBatches(deps: ForgetDeps): Promise<void> {
  const now = isoInstant(deps.clock.now())
  for (const id of await selectExpired(deps.db, now)) await updateBatch(deps.db, id, { deleted_at: now })
  for (const id of await selectToForget(deps.db)) await forgetBatch(deps, id)
  await sweepFolders(deps)
}

/** Files first: as long as something is written down of a deleted batch, this is tried again. */
export async function forgetBatch({ db, batchFolder }: ForgetDeps, id: BatchId): Promise<void> {
  await batchFolder.removeAll(id)
  await db.transaction((trx) => deleteItems(trx, id))
}

async function sweepFolders(deps: ForgetDeps): Promise<void> {
  const { db, batchFolder } = deps
  const names = await batchFolder.batches()
  const kept = new Set<string>((await selectKept(db, names)).map(({ id }) => id))
  for (const name of names) {
    const id = name as BatchId
    if (kept.has(name)) await tidyResting(deps, id)
    else await batchFolder.removeAll(id)
  }
}

/** A batch at which nobody can have a turn meanwhile, because its row is held. */
async function tidyResting({ db, batchFolder }: ForgetDeps, id: BatchId): Promise<void> {
  await db.transaction(async (trx) => {
    const batch = await lockBatch(trx, id)
    const rests = batch !== undefined && [batch.finishedAt, batch.cancelledAt, batch.failedAt].some(Boolean)
    if (rests) await tidyFolder({ db: trx, batchFolder }, id)
  })
}
