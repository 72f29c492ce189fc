import { open, type FileHandle } from 'node:fs/promises'
import { AppError } from '../kernel/errors.ts'

/**
 * What a command was given to read: a file, or standard input for `-`. Nothing is read beyond the limit.
 * @throws AppError `file-too-large`; Node's own errors (ENOENT, EISDIR…), with the path in them
 */
export async function readInput(file: string, maxMegabytes: number): Promise<Uint8Array> {
  if (file === '-') return readBounded(process.stdin, maxMegabytes)
  const handle = await open(file)
  try {
    await refuseFolder(handle, file)
    return await readBounded(handle.createReadStream({ autoClose: false }), maxMegabytes)
  } finally {
    await handle.close()
  }
}

async function refuseFolder(handle: FileHandle, path: string): Promise<void> {
  if ((await handle.stat()).isDirectory())
    throw Object.assign(new Error('a folder'), { code: 'EISDIR', path })
}

async function readBounded(
  stream: AsyncIterable<Buffer | string>,
  maxMegabytes: number,
): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > maxMegabytes * 1_000_000) throw new AppError('file-too-large', { max: maxMegabytes })
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}
