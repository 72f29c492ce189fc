import knexLibrary, { type Knex } from 'knex'
import type { NewRow } from '../../server/platform/db/index.ts'

/** The same tables through knex as everybody opens it: SQLite with a write-ahead log, every commit on the disk. */
export async function openPlainStore(filename: string): Promise<Knex> {
  const db = knexLibrary({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  })
  for (const pragma of ['journal_mode = WAL', 'foreign_keys = ON', 'synchronous = FULL'])
    await db.raw(`pragma ${pragma}`)
  return db
}

/** Credentials, each with the audit row that tells of it, through the query builder in one transaction. */
export async function storeByBuilder(
  db: Knex,
  pairs: readonly { readonly credential: NewRow; readonly event: NewRow }[],
): Promise<void> {
  await db.transaction(async (trx) => {
    for (const { credential, event } of pairs) {
      await trx('credentials').insert(credential)
      await trx('audit_events').insert(event)
    }
  })
}
