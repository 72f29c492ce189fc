import { isoInstant } from '../../kernel/clock.ts'
import type { Db } from '../../platform/db/index.ts'
import { daysFrom, type Batch, type BatchFile } from './batch.ts'
import type { BatchDeps } from './batches-deps.ts'
import { selectUnmade } from './file-store.ts'
import { selectItemsOf } from './item-store.ts'
import { endTurn, giveUpTurn, holdTurn, markStopped, takeTurn, type Lease } from './lease.ts'
import { makeFiles, TurnLost } from './make-files.ts'
import { findBatch, updateBatch } from './store.ts'
import { tidyFolder } from './tidy-folder.ts'

/** Files of one person that are printed and written down together. */
const CHUNK = 20
/** Chunks of one turn: about half a second, so that a server that stops, and other batches, wait no longer. */
const CHUNKS_A_TURN = 5

/**
 * One turn at the batch that waited longest: some of its files, or the one file under way for the printer. What is
 * written down as made is never made again; a process that is killed leaves at most files that the next turn takes off the
 * disk. Several processes may run this: each takes another batch.
 * @returns whether there was anything to make
 */
export async function makeBatches(deps: BatchDeps): Promise<boolean> {
  await markStopped(deps)
  const lease = await takeTurn(deps)
  if (lease === undefined) return false
  try {
    await workOn(deps, lease)
    await endTurn(deps, lease)
  } catch (err) {
    // cancelled, deleted, or somebody else's by now: nothing to add
    if (err instanceof TurnLost) return true
    deps.log.error({ err, batch: lease.batchId }, 'a batch of passports was interrupted')
    await giveUpTurn(deps, lease)
  }
  return true
}

async function workOn(deps: BatchDeps, lease: Lease): Promise<void> {
  const batch = await findBatch(deps.db, lease.batchId)
  if (batch === undefined) return
  // what a killed process left there
  await tidyFolder(deps, batch.id)
  for (let chunk = 0; chunk < CHUNKS_A_TURN; chunk++) {
    const next = await nextFiles(deps.db, batch)
    if (next.length === 0) {
      await finish(deps, lease)
      return
    }
    const items = await selectItemsOf(deps.db, batch.id, next)
    await makeFiles(deps, lease, { batch, files: next, items })
  }
}

const nextFiles = (db: Db, { id, output }: Batch): Promise<BatchFile[]> =>
  selectUnmade(db, id, output === 'printer' ? 1 : CHUNK)

/** Everything is made, unless somebody asked for something anew at this moment. */
async function finish({ db, clock }: BatchDeps, lease: Lease): Promise<void> {
  await db.transaction(async (trx) => {
    if (!(await holdTurn(trx, lease))) return
    if ((await selectUnmade(trx, lease.batchId, 1)).length > 0) return
    const now = clock.now()
    await updateBatch(trx, lease.batchId, {
      finished_at: isoInstant(now),
      expires_at: isoInstant(daysFrom(now)),
      attempts: 0,
    })
  })
}
