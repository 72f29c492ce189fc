import type { EvidenceDeps } from './add-evidence.ts'
import { isFileUsed } from './store.ts'

/**
 * Removes a stored file that no piece of evidence names any more. Files are stored by content, so somebody may attach
 * the same bytes at this very moment: the rows are asked again once the file is gone, and it comes back if one of
 * them names it. Who attaches a file stores it again after the row is committed (`addEvidence`): whichever of the two
 * comes last sees the other. Call it outside any transaction.
 */
export async function releaseFile({ db, files }: EvidenceDeps, key: string): Promise<void> {
  if (await isFileUsed(db, key)) return
  const bytes = await files.read(key).catch(() => undefined)
  await files.remove(key)
  if (bytes !== undefined && (await isFileUsed(db, key))) await files.put(bytes)
}
