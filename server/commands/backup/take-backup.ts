import { access, chmod, mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isKeyFileName, protectionOf } from '../../issuer/keys/index.ts'
import { isSealFile } from '../../holder/seals/index.ts'
import { AppError } from '../../kernel/errors.ts'
import type { Config } from '../../platform/config/index.ts'
import { copyDatabase } from '../../platform/db/index.ts'
import { writeFileAtomically } from '../../platform/files/index.ts'
import { copyFlushed } from './copy-flushed.ts'
import { installationOf, isStored, type Installation } from './installation.ts'
import { describeFile, filesBelow, MANIFEST, PARTS, type FileEntry, type Manifest } from './manifest.ts'

export interface BackupOptions {
  readonly out: string
  readonly now: Date
  /** Leaves the database to tools of its own. */
  readonly withoutDatabase?: boolean | undefined
  /** Takes keys along that no passphrase protects: whoever has the backup can then sign. */
  readonly acceptUnprotected?: boolean | undefined
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * Copies an installation, also while a server runs on it, into a new folder: the database as it was at one moment, every
 * file it speaks of, the keys as they lie there, encrypted; last the list of it all, without which it is no backup.
 * @throws AppError `folder-not-empty`, `backup-needs-pg-dump`, `keys-unprotected`, `database-unavailable`
 */
export async function takeBackup(config: Config, options: BackupOptions): Promise<Manifest> {
  const { out } = options
  const from = installationOf(config)
  const withDatabase = options.withoutDatabase !== true
  if (withDatabase) await requireDatabase(from.database)
  const keys = await protectionOf(from.keysDir)
  if (keys === 'key-file' && options.acceptUnprotected !== true)
    throw new AppError('keys-unprotected', { folder: from.keysDir })
  await prepareFolder(out)

  // files twice: what the database speaks of when it is copied was there before it, or comes right after
  await copyFiles(from, out)
  if (withDatabase) await saveDatabase(config, join(out, PARTS.database))
  await copyFiles(from, out)
  const manifest: Manifest = {
    format: 'passerelle-backup/1',
    createdAt: options.now.toISOString(),
    publicUrl: config.publicUrl,
    database: withDatabase ? 'sqlite' : 'none',
    keys,
    files: await describeAll(out, options.onProgress),
  }
  await writeFileAtomically(join(out, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

/** Opening a database that is not there would make one. */
async function requireDatabase(path: string | undefined): Promise<void> {
  if (path === undefined) throw new AppError('backup-needs-pg-dump')
  await access(path).catch((cause: unknown) => {
    throw new AppError('database-unavailable', {}, [], { cause })
  })
}

async function prepareFolder(out: string): Promise<void> {
  await mkdir(out, { recursive: true, mode: 0o700 })
  if ((await readdir(out)).length > 0) throw new AppError('folder-not-empty', { folder: out })
  await chmod(out, 0o700)
}

async function saveDatabase(config: Config, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await copyDatabase(config, path)
  await chmod(path, 0o600)
}

async function copyFiles(from: Installation, out: string): Promise<void> {
  const files = (await filesBelow(from.filesDir)).filter(isStored)
  const keys = (await filesBelow(from.keysDir)).filter((path) => isKeyFileName(path) || isSealFile(path))
  for (const path of files) await copyUnlessGone(join(from.filesDir, path), join(out, PARTS.files, path))
  for (const path of keys) await copyUnlessGone(join(from.keysDir, path), join(out, PARTS.keys, path))
}

/** A file that vanished since it was listed was removed on purpose. */
async function copyUnlessGone(source: string, target: string): Promise<void> {
  await copyFlushed(source, target).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  })
}

async function describeAll(out: string, onProgress: BackupOptions['onProgress']): Promise<FileEntry[]> {
  const paths = await filesBelow(out)
  const entries: FileEntry[] = []
  for (const path of paths) {
    entries.push(await describeFile(out, path))
    onProgress?.(entries.length, paths.length)
  }
  return entries
}
