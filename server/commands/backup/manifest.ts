import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../kernel/errors.ts'

/** The name of the list; everything it lists lies beside it. */
export const MANIFEST = 'manifest.json'
/** Where each part of an installation lies in a backup. */
export const PARTS = { database: 'database/passerelle.sqlite', files: 'files', keys: 'keys' } as const

const fileEntry = z.object({
  // our own folders and plain names: a path that leads elsewhere is none of ours
  path: z.string().regex(/^(database|files|keys)(\/[\w-][\w.-]*)+$/),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

const manifestSchema = z.object({
  format: z.literal('passerelle-backup/1'),
  createdAt: z.iso.datetime(),
  /** The address that is signed into every credential of it. */
  publicUrl: z.string(),
  database: z.enum(['sqlite', 'none']),
  /** How the keys in it are protected. */
  keys: z.enum(['passphrase', 'key-file', 'empty']),
  files: z.array(fileEntry),
})

/** What a backup holds: each file with its digest, so that one that changed since is noticed. */
export type Manifest = z.output<typeof manifestSchema>
export type FileEntry = Manifest['files'][number]

/** Size and SHA-256 of a file, read once. */
export async function describeFile(root: string, path: string): Promise<FileEntry> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(join(root, path)) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { path, bytes, sha256: hash.digest('hex') }
}

/**
 * Reads and checks a backup: its list, then every file against it.
 * @throws AppError `not-a-backup`; `backup-damaged` naming the first file that is missing or is not as it was written
 */
export async function readBackup(
  dir: string,
  onProgress?: (done: number, total: number) => void,
): Promise<Manifest> {
  const manifest = await readManifest(dir)
  for (const [index, expected] of manifest.files.entries()) {
    const found = await describePlainFile(dir, expected.path)
    if (found?.sha256 !== expected.sha256 || found.bytes !== expected.bytes)
      throw new AppError('backup-damaged', { file: expected.path })
    onProgress?.(index + 1, manifest.files.length)
  }
  return manifest
}

async function readManifest(dir: string): Promise<Manifest> {
  const text = await readFile(join(dir, MANIFEST), 'utf8').catch(() => undefined)
  if (text === undefined) throw new AppError('not-a-backup', { folder: dir })
  try {
    return manifestSchema.parse(JSON.parse(text))
  } catch (cause) {
    throw new AppError('backup-damaged', { file: MANIFEST }, [], { cause })
  }
}

/** A file of the backup itself: what a link points to may be anything. */
async function describePlainFile(dir: string, path: string): Promise<FileEntry | undefined> {
  const known = await lstat(join(dir, path)).catch(() => undefined)
  return known?.isFile() === true ? describeFile(dir, path) : undefined
}

/** Every file below a folder, as paths from it; none when there is no such folder. */
export async function filesBelow(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .sort()
}
