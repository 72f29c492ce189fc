import { mkdir, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { newId } from '../../kernel/ids.ts'

/** Writes a whole file or nothing: a temporary file beside it, flushed to disk, then renamed over the target. */
export async function writeFileAtomically(
  path: string,
  bytes: Uint8Array | string,
  mode = 0o600,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const temporary = `${path}.${newId()}.tmp`
  const file = await open(temporary, 'wx', mode)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, path)
}
