import type { Db } from '../../platform/db/index.ts'
import type { FileStore } from '../../platform/files/index.ts'
import type { PersonalDataKeeper } from './personal-data-keeper.ts'
import { deletePendingFile, listPendingFiles } from './store.ts'

export interface SweepDeps {
  readonly db: Db
  readonly files: FileStore
  readonly keepers: readonly PersonalDataKeeper[]
}

/**
 * Removes the stored files of erased people. The rows that name them were written with the erasure, so a stop in between
 * loses nothing: the server sweeps when it starts. A file that somebody else added too stays theirs; should they add it at
 * this very moment, it comes back.
 * @returns how many files went
 */
export async function sweepErasedFiles({ db, files, keepers }: SweepDeps): Promise<number> {
  const isHeld = async (key: string): Promise<boolean> => {
    for (const keeper of keepers) if ((await keeper.holdsFile?.(db, key)) === true) return true
    return false
  }
  let removed = 0
  for (const key of await listPendingFiles(db)) {
    if (!(await isHeld(key))) {
      const bytes = await files.read(key).catch(() => undefined)
      await files.remove(key)
      if (bytes !== undefined && (await isHeld(key))) await files.put(bytes)
      else removed += 1
    }
    await deletePendingFile(db, key)
  }
  return removed
}
