import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import knexLibrary, { type Knex } from 'knex'
import { migrationSource } from '../../../migrations/index.ts'
import { AppError } from '../../kernel/errors.ts'
import { keepStatements, type SqliteConnection } from './kept-statements.ts'
import { rememberConnection } from './sqlite-connection.ts'

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
  const db: Db = knexLibrary({
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
        keepStatements(connection)
        for (const pragma of PRAGMAS) connection.pragma(pragma)
        rememberConnection(db, connection)
        done(null, connection)
      },
    },
  })
  return db
}

const PRAGMAS = [
  'journal_mode = WAL',
  'foreign_keys = ON',
  'busy_timeout = 10000',
  // each transaction is on the disk before anybody is told of it: a paper whose credential a power cut took back would lie
  'synchronous = FULL',
]

/**
 * knex would put the values of a failing statement, people's names among them, into the error's message, and write
 * stacks to standard output, where commands write JSON. What fails is thrown, with its placeholders.
 */
const QUIET = { compileSqlOnError: false, log: { warn: () => undefined, error: () => undefined } }

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
