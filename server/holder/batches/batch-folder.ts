import { createReadStream } from 'node:fs'
import { access, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { AppError } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { writeFileAtomically } from '../../platform/files/index.ts'
import type { BatchId } from './batch.ts'

/** The files of batches on the disk: a folder for each batch, readable by the server alone. */
export interface BatchFolder {
  /** Writes a whole file or nothing, under a name that was never used; returns that name. */
  write(batch: BatchId, number: number, bytes: Uint8Array): Promise<string>
  /** @throws AppError `not-found` */
  read(batch: BatchId, name: string): Promise<Uint8Array>
  /** @throws AppError `not-found` */
  open(batch: BatchId, name: string): Promise<Readable>
  /** Removing what is not there is no error. */
  remove(batch: BatchId, names: readonly string[]): Promise<void>
  removeAll(batch: BatchId): Promise<void>
  /** Files of a batch, half-written ones too. */
  list(batch: BatchId): Promise<string[]>
  /** Every batch that has a folder. */
  batches(): Promise<string[]>
}

export function createBatchFolder(dir: string): BatchFolder {
  const folderOf = (batch: BatchId): string => join(dir, safe(batch))
  const pathOf = (batch: BatchId, name: string): string => join(folderOf(batch), safe(name))
  return {
    async write(batch, number, bytes) {
      const name = `${String(number).padStart(4, '0')}-${newId<string>().slice(0, 8)}.pdf`
      await writeFileAtomically(pathOf(batch, name), bytes)
      return name
    },
    async read(batch, name) {
      return readFile(pathOf(batch, name)).catch(notFound)
    },
    async open(batch, name) {
      await access(pathOf(batch, name)).catch(notFound)
      return createReadStream(pathOf(batch, name))
    },
    async remove(batch, names) {
      for (const name of names) await rm(pathOf(batch, name), { force: true })
    },
    async removeAll(batch) {
      await rm(folderOf(batch), { recursive: true, force: true })
    },
    list: (batch) => namesIn(folderOf(batch)),
    batches: () => namesIn(dir),
  }
}

function safe(name: string): string {
  if (!/^[\w-]+(\.[\w-]+)*$/.test(name)) throw new AppError('not-found')
  return name
}

const notFound = (cause: unknown): never => {
  throw new AppError('not-found', {}, [], { cause })
}

/** None where there is no folder. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
