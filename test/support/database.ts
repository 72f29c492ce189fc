import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject, onTestFinished } from 'vitest'
import { newId } from '../../server/kernel/ids.ts'
import { migrate, openDatabase, type Db } from '../../server/platform/db/index.ts'

/** Whether this run's databases are PostgreSQL. */
export const onPostgres = (): boolean => process.env['TEST_DATABASE'] === 'postgres'

/**
 * A fresh, migrated database, closed and removed when the current test ends: an SQLite file of its own,
 * or a PostgreSQL schema of its own. With `keep`, the caller closes it (for `beforeAll`).
 */
export async function openTestDatabase(options: { keep?: boolean } = {}): Promise<Db> {
  const { db, remove } = onPostgres() ? await openPostgres() : openSqlite()
  await migrate(db)
  if (options.keep !== true)
    onTestFinished(async () => {
      await db.destroy()
      await remove()
    })
  return db
}

function openSqlite(): { db: Db; remove: () => Promise<void> } {
  const dataDir = temporaryFolder()
  return {
    db: openDatabase({ dataDir }),
    remove: () => {
      rmSync(dataDir, { recursive: true, force: true })
      return Promise.resolve()
    },
  }
}

async function openPostgres(): Promise<{ db: Db; remove: () => Promise<void> }> {
  const url = new URL(inject('postgresUrl'))
  const schema = `t_${newId<string>().replaceAll('-', '')}`
  const admin = openDatabase({ databaseUrl: url.href, dataDir: '' })
  await admin.raw(`create schema ${schema}`)
  await admin.destroy()
  url.searchParams.set('options', `-c search_path=${schema}`)
  return {
    db: openDatabase({ databaseUrl: url.href, dataDir: '' }),
    remove: async () => {
      const cleaner = openDatabase({ databaseUrl: inject('postgresUrl'), dataDir: '' })
      await cleaner.raw(`drop schema ${schema} cascade`)
      await cleaner.destroy()
    },
  }
}

/** A folder of this test's own; removed by the caller or by the system. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'passerelle-test-'))
}
