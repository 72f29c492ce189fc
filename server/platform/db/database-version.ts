import type { Knex } from 'knex'
import { z } from 'zod'
import { DATA_VERSION, type SqliteConnection } from './kept-statements.ts'
import { connectionAtHand, onConnection, sqliteClientOf } from './sqlite-connection.ts'

/**
 * A text that is the same again only if nobody, in this process or another, has written anything in between. Ask for it
 * before reading: what was read then holds for as long as the text does. On SQLite it is there at once, for a few
 * microseconds (how much this connection changed, and whether another did); on PostgreSQL it is one short query (which
 * transactions are visible).
 */
export function databaseVersion(db: Knex): string | Promise<string> {
  // a transaction under way on it has changed the numbers, or nothing yet: no need to wait for its end
  const connection = connectionAtHand(db)
  if (connection !== undefined) return versionOf(connection)
  const client = sqliteClientOf(db)
  return client === undefined ? snapshotOf(db) : onConnection(db, client, versionOf)
}

async function snapshotOf(db: Knex): Promise<string> {
  const answer: unknown = await db.raw('select pg_current_snapshot()::text as version')
  return snapshotAnswer.parse(answer).rows[0].version
}

const snapshotAnswer = z.object({ rows: z.tuple([z.object({ version: z.string() })]) })

function versionOf(connection: SqliteConnection): string {
  const own = onlyNumber(connection, 'select total_changes() as value', 'value')
  const others = onlyNumber(connection, DATA_VERSION, 'data_version')
  return `${serialOf(connection)} ${own} ${others}`
}

function onlyNumber(connection: SqliteConnection, sql: string, column: string): number {
  const [row] = connection.prepare(sql).all([])
  const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, column) : undefined
  if (typeof value !== 'number') throw new Error(`${column} is no number`)
  return value
}

// SQLite counts for each connection anew: one that takes the place of another must not be taken for it
const serials = new WeakMap<SqliteConnection, number>()
let last = 0

function serialOf(connection: SqliteConnection): number {
  const known = serials.get(connection)
  if (known !== undefined) return known
  last += 1
  serials.set(connection, last)
  return last
}
