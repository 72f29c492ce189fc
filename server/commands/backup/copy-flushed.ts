import { chmod, constants, copyFile, mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Copies a file for the eyes of its owner only, and returns when it is on disk. */
export async function copyFlushed(source: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  await copyFile(source, target, constants.COPYFILE_FICLONE)
  await chmod(target, 0o600)
  const file = await open(target, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
