import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject, onTestFinished } from 'vitest'
import { newId } from '../../server/kernel/ids.ts'
import { migrate, openDatabase, type Db } from '../../server/platform/db/index.ts'

/** Whether this run's databases are PostgreSQL. */
export const onPostgres = (): boolean => process.env['TEST_DATABASE'] === 'postgres'

/**
 * A fresh, migrated database, closed and removed when the current test ends: an SQLite file of its own, or a PostgreSQL
 * database of its own. With `keep`, the caller closes it (for `beforeAll`).
 */
export async function openTestDatabase(options: { keep?: boolean } = {}): Promise<Db> {
  const { db, remove } = onPostgres() ? await openPostgres() : await openSqlite()
  if (options.keep !== true)
    onTestFinished(async () => {
      await db.destroy()
      await remove()
    })
  return db
}

async function openSqlite(): Promise<{ db: Db; remove: () => Promise<void> }> {
  const template = await sqliteTemplate()
  const dataDir = temporaryFolder()
  copyFileSync(template, join(dataDir, SQLITE_FILE))
  return {
    db: openDatabase({ dataDir }),
    remove: () => {
      rmSync(dataDir, { recursive: true, force: true })
      return Promise.resolve()
    },
  }
}

const SQLITE_FILE = 'passerelle.sqlite'

/**
 * A migrated database file, made once for these migrations and copied from then on. Several workers may make it at the
 * same moment: each renames its own into place.
 */
async function sqliteTemplate(): Promise<string> {
  const folder = join(tmpdir(), `passerelle-test-template-${migrationsDigest()}`)
  const template = join(folder, SQLITE_FILE)
  if (existsSync(template)) return template
  const dataDir = temporaryFolder()
  const db = openDatabase({ dataDir })
  await migrate(db)
  await db.destroy()
  mkdirSync(folder, { recursive: true })
  renameSync(join(dataDir, SQLITE_FILE), template)
  rmSync(dataDir, { recursive: true, force: true })
  return template
}

const MIGRATIONS = join(import.meta.dirname, '..', '..', 'migrations')

function migrationsDigest(): string {
  const digest = createHash('sha256')
  for (const name of readdirSync(MIGRATIONS).sort()) digest.update(readFileSync(join(MIGRATIONS, name)))
  return digest.digest('hex').slice(0, 16)
}

/** Opens a migrated database of the current test's own, a copy of the template. */
async function openPostgres(): Promise<{ db: Db; remove: () => Promise<void> }> {
  const url = new URL(inject('postgresUrl'))
  const name = `t_${newId<string>().replaceAll('-', '')}`
  await asAdmin(`create database ${name} template ${inject('postgresTemplate')}`)
  url.pathname = `/${name}`
  return {
    db: openDatabase({ databaseUrl: url.href, dataDir: '' }),
    remove: () => asAdmin(`drop database ${name} with (force)`),
  }
}

/** Another connection pool on a test's PostgreSQL database, as a second server has it; the caller closes it. */
export async function openBesidePostgres(db: Db): Promise<Db> {
  const answer = await db.raw<{ rows: [{ name: string }] }>('select current_database() as name')
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${answer.rows[0].name}`
  return openDatabase({ databaseUrl: url.href, dataDir: '' })
}

async function asAdmin(statement: string): Promise<void> {
  const admin = openDatabase({ databaseUrl: inject('postgresUrl'), dataDir: '' })
  await admin.raw(statement)
  await admin.destroy()
}

/** Every table of the test's database, known to us or not; the database's own are left out. */
export async function tableNames(db: Db): Promise<string[]> {
  const names: unknown = onPostgres()
    ? await db('pg_tables').whereRaw('schemaname = current_schema()').pluck('tablename')
    : await db('sqlite_master').where({ type: 'table' }).pluck('name')
  return (names as string[]).filter((name) => !name.startsWith('sqlite_'))
}

/** A folder of this test's own; removed by the caller or by the system. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'passerelle-test-'))
}
