import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import knexLibrary, { type Knex } from 'knex'
import { migrationSource } from '../../../migrations/index.ts'

/** A database or an open transaction: what touches SQL takes it first and passes it on. */
export type Db = Knex

/**
 * Opens PostgreSQL when `databaseUrl` says so, otherwise the embedded SQLite file (WAL, foreign keys on).
 * SQLite has one connection: inside a transaction only the transaction may be used.
 */
export function openDatabase(options: { databaseUrl?: string; dataDir: string }): Db {
  const { databaseUrl } = options
  if (databaseUrl?.startsWith('postgres'))
    return knexLibrary({ client: 'pg', connection: databaseUrl, pool: { min: 0, max: 10 } })
  const filename = databaseUrl?.replace(/^sqlite:(\/\/)?/, '') ?? join(options.dataDir, 'passerelle.sqlite')
  if (filename !== ':memory:') mkdirSync(join(filename, '..'), { recursive: true, mode: 0o700 })
  return knexLibrary({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      afterCreate: (
        connection: { pragma(statement: string): unknown },
        done: (error: Error | null, connection: unknown) => void,
      ) => {
        for (const pragma of [
          'journal_mode = WAL',
          'foreign_keys = ON',
          'busy_timeout = 10000',
          'synchronous = FULL',
        ])
          connection.pragma(pragma)
        done(null, connection)
      },
    },
  })
}

/** Brings the schema to the newest version; several processes may start at once (knex takes a lock). */
export async function migrate(db: Db): Promise<void> {
  await db.migrate.latest({ migrationSource })
}
