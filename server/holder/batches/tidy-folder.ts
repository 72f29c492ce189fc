import type { BatchId } from './batch.ts'
import type { BatchDeps } from './batches-deps.ts'
import { fileNames } from './file-store.ts'

/**
 * Takes the files of a batch off the disk that no row names: those of a process that was killed, of a passport that is
 * made anew, of somebody who had themselves erased. Only while nobody else writes to it.
 */
export async function tidyFolder(
  { db, batchFolder }: Pick<BatchDeps, 'db' | 'batchFolder'>,
  id: BatchId,
): Promise<void> {
  const onDisk = await batchFolder.list(id)
  if (onDisk.length === 0) return
  const named = new Set(await fileNames(db, id))
  await batchFolder.remove(
    id,
    onDisk.filter((name) => !named.has(name)),
  )
}
