/** What a column takes. */
export type SqlValue = string | number | null | Buffer

/** The part of a better-sqlite3 connection that is used beside knex. */
export interface SqliteConnection {
  readonly open: boolean
  pragma(statement: string): unknown
  prepare(sql: string): SqliteStatement
}

export interface SqliteStatement {
  /** Whether it gives rows back. */
  readonly reader: boolean
  all(values: readonly SqlValue[]): unknown[]
  run(values: readonly SqlValue[]): unknown
}

/** Statements kept per connection: those of the hot paths are some dozens. */
const KEPT = 200
/** A longer statement is one of many rows, whose number differs each time. */
const LONGEST = 2000
const KEEPABLE = /^\s*(select|insert|update|delete|begin|commit|rollback)\b/i

/** The one pragma that is asked all the time. */
export const DATA_VERSION = 'pragma data_version'

/**
 * Makes a new connection keep its prepared statements, knex's own among them, and each transaction take the write lock
 * when it begins. One that reads first and writes later would fail at once (SQLITE_BUSY_SNAPSHOT, no busy_timeout)
 * whenever another process, say the command line, wrote in between.
 */
export function keepStatements(connection: SqliteConnection): void {
  const prepare = connection.prepare.bind(connection)
  const kept = new Map<string, SqliteStatement>()
  connection.prepare = (asked) => {
    const sql = asked === 'BEGIN;' ? 'BEGIN IMMEDIATE;' : asked
    const known = kept.get(sql)
    if (known !== undefined) return known
    const statement = prepare(sql)
    // whatever changes the schema makes every statement doubtful
    if (!KEEPABLE.test(sql) && sql !== DATA_VERSION) kept.clear()
    else if (sql.length <= LONGEST) {
      if (kept.size >= KEPT) kept.clear()
      kept.set(sql, statement)
    }
    return statement
  }
}
