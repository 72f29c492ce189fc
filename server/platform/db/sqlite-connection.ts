import type { Knex } from 'knex'
import type { SqliteConnection, SqliteStatement, SqlValue } from './kept-statements.ts'

export interface SqliteClient {
  acquireConnection(): Promise<unknown>
  releaseConnection(connection: unknown): Promise<void>
}

/** The part of knex that hands out the connection; a transaction's hands out its own. Undefined on PostgreSQL. */
export function sqliteClientOf(db: Knex): SqliteClient | undefined {
  const client: unknown = db.client
  return isSqliteClient(client) ? client : undefined
}

function isSqliteClient(client: unknown): client is SqliteClient {
  return (
    typeof client === 'object' &&
    client !== null &&
    'driverName' in client &&
    client.driverName === 'better-sqlite3'
  )
}

const connections = new WeakMap<object, SqliteConnection>()

/** Remembers which connection a database has. */
export function rememberConnection(db: Knex, connection: SqliteConnection): void {
  const client = sqliteClientOf(db)
  if (client !== undefined) connections.set(client, connection)
}

/**
 * The connection as it is now, whoever has borrowed it: only for asking what no transaction can falsify. Undefined on
 * PostgreSQL, in a transaction, and before the first use.
 */
export function connectionAtHand(db: Knex): SqliteConnection | undefined {
  const client = sqliteClientOf(db)
  const connection = client === undefined ? undefined : connections.get(client)
  return connection?.open === true ? connection : undefined
}

/** Borrows the one connection; inside a transaction, the transaction's. */
export async function onConnection<Result>(
  db: Knex,
  client: SqliteClient,
  use: (connection: SqliteConnection) => Result,
): Promise<Result> {
  const connection = await client.acquireConnection()
  try {
    // the connection of a transaction that has ended writes for somebody else, or for nobody
    if (isTransaction(db) && db.isCompleted()) throw new Error('transaction has ended')
    if (!isConnection(connection)) throw new Error('not an SQLite connection')
    return use(connection)
  } finally {
    await client.releaseConnection(connection)
  }
}

const isTransaction = (db: Knex): db is Knex.Transaction => db.isTransaction === true

function isConnection(connection: unknown): connection is SqliteConnection {
  return (
    typeof connection === 'object' &&
    connection !== null &&
    'prepare' in connection &&
    'pragma' in connection &&
    'open' in connection
  )
}

/** Runs a statement and gives its rows, if it has any. */
export function runStatement(statement: SqliteStatement, values: readonly SqlValue[]): unknown[] {
  if (statement.reader) return statement.all(values)
  statement.run(values)
  return []
}
