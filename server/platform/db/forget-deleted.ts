import type { Knex } from 'knex'
import { z } from 'zod'
import { sqliteClientOf } from './sqlite-connection.ts'

/** Writing this much anew takes a second or two, in which nobody else is answered. */
const LARGEST_REWRITTEN = 500_000_000

/**
 * In a transaction, before it deletes: what SQLite deletes from here on is overwritten with zeros instead of being marked
 * as free. PostgreSQL overwrites by itself, when it vacuums.
 */
export async function overwriteDeleted(trx: Knex): Promise<void> {
  if (sqliteClientOf(trx) !== undefined) await trx.raw('PRAGMA secure_delete = ON')
}

/**
 * After such a transaction: nothing deleted, then or earlier, is left in the SQLite file or its log. A file too large to
 * be written anew is left with what older deletions freed, until the next `VACUUM`.
 * @returns false when another process kept the file busy: what was deleted is overwritten, the log may still hold it
 */
export async function forgetDeleted(db: Knex): Promise<boolean> {
  if (sqliteClientOf(db) === undefined) return true
  try {
    const [{ pages, size }] = sizes.parse(await db.raw(SIZE))
    if (pages * size <= LARGEST_REWRITTEN) await db.raw('VACUUM')
    const [{ busy }] = checkpoint.parse(await db.raw('PRAGMA wal_checkpoint(TRUNCATE)'))
    return busy === 0
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))
      return false
    throw error
  } finally {
    await db.raw('PRAGMA secure_delete = OFF')
  }
}

const SIZE = 'select page_count as pages, page_size as size from pragma_page_count(), pragma_page_size()'
const sizes = z.tuple([z.object({ pages: z.number(), size: z.number() })])
const checkpoint = z.tuple([z.object({ busy: z.number() })])
