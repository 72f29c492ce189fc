import { link, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { newId } from '../../kernel/ids.ts'
import { flushFolder } from './flush-folder.ts'

/**
 * Creates a file with its whole content, or leaves the one that is there: of two processes that start together one
 * wins and the other reads the winner's. The content is on disk before the name appears (mode 0600).
 *
 * @returns whether this call created it
 */
export async function createFileOnce(path: string, content: string): Promise<boolean> {
  const temporary = `${path}.${newId()}.tmp`
  await writeFlushed(temporary, content)
  try {
    // unlike rename, link fails when the name exists
    await link(temporary, path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(temporary, { force: true })
  }
  await flushFolder(dirname(path))
  return true
}

async function writeFlushed(path: string, content: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}
