import { AppError } from '../../kernel/errors.ts'
import { openDatabase, type Db } from './database.ts'

/**
 * Writes the SQLite database as it is at one moment into a new file, whoever writes to it meanwhile; its schema is left
 * as it is.
 * @throws AppError `database-unavailable`
 */
export async function copyDatabase(
  options: { databaseUrl?: string; dataDir: string },
  path: string,
): Promise<void> {
  await withDatabase(options, async (db) => {
    await db.raw('VACUUM INTO ?', [path])
  })
}

/**
 * Makes an SQLite database one file, nothing of it in a log beside it. One that cannot be read any more is left as it is.
 * @returns false when another process has it open
 */
export async function closeForGood(options: { databaseUrl?: string; dataDir: string }): Promise<boolean> {
  try {
    await withDatabase(options, async (db) => {
      await db.raw('PRAGMA busy_timeout = 500')
      // leaving the write-ahead log needs the database for oneself
      await db.raw('PRAGMA journal_mode = DELETE')
    })
    return true
  } catch (error) {
    return !(error instanceof AppError && isBusy(error.cause))
  }
}

async function withDatabase(
  options: { databaseUrl?: string; dataDir: string },
  work: (db: Db) => Promise<void>,
): Promise<void> {
  const db = openDatabase(options)
  try {
    await work(db)
  } catch (cause) {
    throw new AppError('database-unavailable', {}, [], { cause })
  } finally {
    await db.destroy()
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
