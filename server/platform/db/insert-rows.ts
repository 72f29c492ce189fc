import type { Knex } from 'knex'
import type { SqlValue } from './kept-statements.ts'
import { onConnection, runStatement, sqliteClientOf } from './sqlite-connection.ts'

/** Rows to insert: every one has the columns of the first. */
export type NewRow = Readonly<Record<string, SqlValue>>

interface InsertOptions {
  /** Columns of the unique index whose conflicts are passed over: such a row is not inserted. */
  readonly ignoreConflictOn?: readonly string[]
  /** Columns of the inserted rows to give back. */
  readonly returning?: readonly string[]
}

/** Rows of one statement on PostgreSQL, which bounds the placeholders of a statement. */
const CHUNK = 100

/**
 * Inserts rows: on SQLite with one prepared statement, run once a row; on PostgreSQL by hundreds. Outside a transaction
 * several rows are one transaction of their own.
 */
export async function insertRows(
  db: Knex,
  table: string,
  rows: readonly NewRow[],
  options: InsertOptions = {},
): Promise<unknown[]> {
  const [first] = rows
  if (first === undefined) return []
  const client = sqliteClientOf(db)
  if (client === undefined) return insertByBuilder(db, table, rows, options)
  if (rows.length > 1 && db.isTransaction !== true)
    return db.transaction((trx) => insertRows(trx, table, rows, options))
  const columns = Object.keys(first)
  const sql = insertStatement(table, columns, options)
  return onConnection(db, client, (connection) => {
    const statement = connection.prepare(sql)
    return rows.flatMap((row) =>
      runStatement(
        statement,
        columns.map((column) => row[column] ?? null),
      ),
    )
  })
}

function insertStatement(table: string, columns: readonly string[], options: InsertOptions): string {
  const names = (list: readonly string[]) => list.map((name) => `"${name}"`).join(', ')
  const { ignoreConflictOn, returning } = options
  return [
    `insert into "${table}" (${names(columns)}) values (${columns.map(() => '?').join(', ')})`,
    ignoreConflictOn === undefined ? '' : ` on conflict (${names(ignoreConflictOn)}) do nothing`,
    returning === undefined ? '' : ` returning ${names(returning)}`,
  ].join('')
}

async function insertByBuilder(
  db: Knex,
  table: string,
  rows: readonly NewRow[],
  options: InsertOptions,
): Promise<unknown[]> {
  const { ignoreConflictOn, returning } = options
  if (rows.length > CHUNK && db.isTransaction !== true)
    return db.transaction((trx) => insertByBuilder(trx, table, rows, options))
  const given: unknown[] = []
  for (let start = 0; start < rows.length; start += CHUNK) {
    const query = db(table).insert(rows.slice(start, start + CHUNK))
    if (ignoreConflictOn !== undefined) void query.onConflict([...ignoreConflictOn]).ignore()
    if (returning !== undefined) void query.returning([...returning])
    const answer: unknown = await query
    if (returning !== undefined && Array.isArray(answer)) given.push(...(answer as unknown[]))
  }
  return given
}
