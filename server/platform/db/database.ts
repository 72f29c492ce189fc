import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import knexLibrary, { type Knex } from 'knex'
import { migrationSource } from '../../../migrations/index.ts'
import { AppError } from '../../kernel/errors.ts'

/** A database or an open transaction: what touches SQL takes it first and passes it on. */
export type Db = Knex

/**
 * Opens PostgreSQL when `databaseUrl` says so, otherwise the embedded SQLite file (WAL, foreign keys on).
 * SQLite has one connection: inside a transaction only the transaction may be used.
 */
export function openDatabase(options: { databaseUrl?: string; dataDir: string }): Db {
  const { databaseUrl } = options
  if (databaseUrl?.startsWith('postgres'))
    return knexLibrary({ client: 'pg', connection: databaseUrl, pool: { min: 0, max: 10 }, ...QUIET })
  const filename = databaseUrl?.replace(/^sqlite:(\/\/)?/, '') ?? join(options.dataDir, 'passerelle.sqlite')
  if (filename !== ':memory:') mkdirSync(join(filename, '..'), { recursive: true, mode: 0o700 })
  return knexLibrary({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    ...QUIET,
    pool: {
      min: 1,
      max: 1,
      afterCreate: (
        connection: SqliteConnection,
        done: (error: Error | null, connection: unknown) => void,
      ) => {
        beginImmediately(connection)
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

/**
 * knex would put the values of a failing statement, people's names among them, into the error's message, and write
 * stacks to standard output, where commands write JSON. What fails is thrown, with its placeholders.
 */
const QUIET = { compileSqlOnError: false, log: { warn: () => undefined, error: () => undefined } }

interface SqliteConnection {
  pragma(statement: string): unknown
  prepare(sql: string): unknown
}

/**
 * Makes each transaction take the write lock when it begins. One that reads first and writes later would fail at once
 * (SQLITE_BUSY_SNAPSHOT, no busy_timeout) whenever another process, say the command line, wrote in between.
 */
function beginImmediately(connection: SqliteConnection): void {
  const prepare = connection.prepare.bind(connection)
  connection.prepare = (sql) => prepare(sql === 'BEGIN;' ? 'BEGIN IMMEDIATE;' : sql)
}

/**
 * Brings the schema to the newest version; several processes may start at once (knex takes a lock).
 * @throws AppError `database-unavailable` when it cannot be reached or opened; its cause says why
 */
export async function migrate(db: Db): Promise<void> {
  try {
    await db.migrate.latest({ migrationSource })
  } catch (cause) {
    if (isUnreachable(cause)) throw new AppError('database-unavailable', {}, [], { cause })
    throw cause
  }
}

/** Network and name errors of Node, SQLite files that cannot be opened, PostgreSQL classes 08, 28, 3D and 57P. */
const UNREACHABLE =
  /^(E(CONNREFUSED|CONNRESET|NOTFOUND|TIMEDOUT|HOSTUNREACH|NETUNREACH|AI_AGAIN)|SQLITE_(CANTOPEN|NOTADB|READONLY|FULL|CORRUPT).*|(08|28|3D)...|57P0.)$/

function isUnreachable(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    UNREACHABLE.test(error.code)
  )
}
