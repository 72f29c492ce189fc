import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isKeyFileName, opensWith } from '../../issuer/keys/index.ts'
import { SEALS_FOLDER } from '../../holder/seals/index.ts'
import { AppError } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { Config } from '../../platform/config/index.ts'
import { closeForGood } from '../../platform/db/index.ts'
import { copyFlushed } from './copy-flushed.ts'
import { installationOf, type Installation } from './installation.ts'
import { PARTS, readBackup, type Manifest } from './manifest.ts'

export interface RestoreOptions {
  readonly from: string
  readonly now: Date
  /** Sets an installation that is there aside and takes its place. */
  readonly force?: boolean | undefined
  readonly onProgress?: (done: number, total: number) => void
}

export interface Restored {
  readonly manifest: Manifest
  /** Where what was there before lies now. */
  readonly setAside: readonly string[]
}

/**
 * Puts a backup in the place that the configuration names. Everything is checked, then written in full beside its place
 * and only then moved there; what was there before is set aside, never removed. Stopped before the moves, nothing has
 * changed; stopped between two of them, what is missing lies in one of the two folders beside.
 * @throws AppError `not-a-backup`, `backup-damaged`; `installation-not-empty` without `force`, `installation-in-use`;
 * `keys-locked` when KEYS_PASSPHRASE is set and does not open the keys of the backup; `restore-needs-sqlite`
 */
export async function restoreBackup(config: Config, options: RestoreOptions): Promise<Restored> {
  const to = installationOf(config)
  const manifest = await readBackup(options.from, options.onProgress)
  if (manifest.database === 'sqlite' && to.database === undefined) throw new AppError('restore-needs-sqlite')
  const { keysPassphrase } = config
  if (manifest.keys === 'passphrase' && keysPassphrase !== undefined)
    if (!(await opensWith(join(options.from, PARTS.keys), keysPassphrase))) throw new AppError('keys-locked')
  const moves = movesOf(manifest, to)
  await requireRoom(config, to, moves, options.force === true)
  return { manifest, setAside: await place(moves, options) }
}

/** What goes into one folder of the installation. */
interface Move {
  readonly folder: string
  readonly entries: readonly { readonly from: string; readonly name: string }[]
  /** What goes aside to make room. */
  readonly replaces: (name: string) => boolean
}

function movesOf(manifest: Manifest, to: Installation): Move[] {
  const keys = manifest.files.filter(({ path }) => path.startsWith(`${PARTS.keys}/`))
  const files = manifest.files.filter(({ path }) => path.startsWith(`${PARTS.files}/`))
  const moves: Move[] = [
    {
      folder: to.keysDir,
      entries: keys.map(({ path }) => ({ from: path, name: path.slice(PARTS.keys.length + 1) })),
      replaces: (name) => isKeyFileName(name) || name === SEALS_FOLDER,
    },
    {
      folder: dirname(to.filesDir),
      entries: files.map(({ path }) => ({ from: path, name: join(basename(to.filesDir), path.slice(6)) })),
      replaces: (name) => name === basename(to.filesDir),
    },
  ]
  if (manifest.database === 'sqlite' && to.database !== undefined) {
    const name = basename(to.database)
    // the logs of the database that was there would be read as its own
    const replaced = new Set(['', '-wal', '-shm', '-journal'].map((ending) => `${name}${ending}`))
    moves.push({
      folder: dirname(to.database),
      entries: [{ from: PARTS.database, name }],
      replaces: (entry) => replaced.has(entry),
    })
  }
  return moves
}

async function requireRoom(
  config: Config,
  to: Installation,
  moves: readonly Move[],
  force: boolean,
): Promise<void> {
  for (const { folder, replaces } of moves)
    if (!force && (await entriesOf(folder)).some(replaces))
      throw new AppError('installation-not-empty', { folder })
  const { database } = to
  const isThere = database !== undefined && (await stat(database).catch(() => undefined)) !== undefined
  if (isThere && !(await closeForGood(config))) throw new AppError('installation-in-use', { file: database })
}

async function place(moves: readonly Move[], { from, now }: RestoreOptions): Promise<string[]> {
  const id = newId<string>()
  const stamp = now.toISOString().slice(0, 19).replace(/[-:]/g, '')
  const stagedIn = (folder: string): string => join(folder, `.restoring-${id}`)
  const clean = async (): Promise<void> => {
    for (const { folder } of moves) await rm(stagedIn(folder), { recursive: true, force: true })
  }
  try {
    for (const { folder, entries } of moves)
      for (const entry of entries)
        await copyFlushed(join(from, entry.from), join(stagedIn(folder), entry.name))
  } catch (error) {
    await clean()
    throw error
  }
  const setAside = new Set<string>()
  for (const { folder, replaces } of moves) {
    const aside = join(folder, `.before-${stamp}`)
    if (await moveEntries(folder, aside, replaces)) setAside.add(aside)
    await moveEntries(stagedIn(folder), folder, replaces)
  }
  await clean()
  return [...setAside]
}

/** Moves the entries of a folder that belong to a part; says whether there were any. */
async function moveEntries(from: string, to: string, belongs: Move['replaces']): Promise<boolean> {
  const names = (await entriesOf(from)).filter(belongs)
  if (names.length > 0) await mkdir(to, { recursive: true, mode: 0o700 })
  for (const name of names) await rename(join(from, name), join(to, name))
  return names.length > 0
}

const entriesOf = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
