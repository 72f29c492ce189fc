import type { Knex } from 'knex'
import type { SqlValue } from './kept-statements.ts'
import { onConnection, runStatement, sqliteClientOf } from './sqlite-connection.ts'

/**
 * Runs one statement with `?` placeholders and gives its rows (`returning`, `select`), on SQLite without the query
 * builder, which costs several times what the statement does. In a transaction it is part of that transaction.
 */
export async function execute(db: Knex, sql: string, values: readonly SqlValue[]): Promise<unknown[]> {
  const client = sqliteClientOf(db)
  if (client === undefined) return rowsOf(await db.raw(sql, [...values]))
  return onConnection(db, client, (connection) => runStatement(connection.prepare(sql), values))
}

/** PostgreSQL answers a raw statement with more than its rows. */
function rowsOf(answer: unknown): unknown[] {
  const rows: unknown = typeof answer === 'object' && answer !== null && 'rows' in answer ? answer.rows : []
  return Array.isArray(rows) ? (rows as unknown[]) : []
}
