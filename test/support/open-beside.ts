import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { openDatabase, type Db } from '../../server/platform/db/index.ts'

const text = z.coerce.string()

/** Another connection to the same database, as another process would open it; closed when the test ends. */
export function openBeside(db: Db): Db {
  const other = openDatabase({ databaseUrl: databaseUrlOf(db), dataDir: '' })
  onTestFinished(() => other.destroy())
  return other
}

function databaseUrlOf(db: Db): string {
  const { connection } = (db as { client: { config: { connection: Record<string, unknown> } } }).client.config
  const { filename } = connection
  if (typeof filename === 'string') return `sqlite:${filename}`
  const url = new URL(`postgres://localhost/${text.parse(connection['database'])}`)
  url.username = text.parse(connection['user'])
  if (typeof connection['password'] === 'string') url.password = connection['password']
  for (const name of ['host', 'port', 'options'])
    if (connection[name]) url.searchParams.set(name, text.parse(connection[name]))
  return url.href
}
