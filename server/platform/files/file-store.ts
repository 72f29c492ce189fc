import { createHash } from 'node:crypto'
import { access, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../kernel/errors.ts'
import { writeFileAtomically } from './write-file-atomically.ts'

/** Files by content: the key is the SHA-256 of the bytes in hexadecimal, so the same file is stored once. */
export interface FileStore {
  put(bytes: Uint8Array): Promise<string>
  /** @throws AppError `not-found` */
  read(key: string): Promise<Uint8Array>
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>
}

export function createFileStore(dir: string): FileStore {
  const pathOf = (key: string): string => {
    if (!/^[0-9a-f]{64}$/.test(key)) throw new AppError('not-found')
    return join(dir, key.slice(0, 2), key)
  }
  return {
    async put(bytes) {
      const key = createHash('sha256').update(bytes).digest('hex')
      const exists = await access(pathOf(key)).then(
        () => true,
        () => false,
      )
      if (!exists) await writeFileAtomically(pathOf(key), bytes)
      return key
    },
    async read(key) {
      return readFile(pathOf(key)).catch((cause: unknown) => {
        throw new AppError('not-found', {}, [], { cause })
      })
    },
    async remove(key) {
      await rm(pathOf(key), { force: true })
    },
  }
}
