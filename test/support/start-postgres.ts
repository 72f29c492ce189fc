import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TestProject } from 'vitest/node'
import { newId } from '../../server/kernel/ids.ts'
import { migrate, openDatabase } from '../../server/platform/db/index.ts'
import { findPostgres } from './find-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
    /** A migrated database, which those of the tests are copies of. */
    postgresTemplate: string
  }
}

/** PostgreSQL refuses to run as root: there it gets the uid of `nobody`. */
const NOBODY = 65_534

/**
 * Starts one PostgreSQL server for the whole run, on a Unix socket in a folder of its own: the system's where one is
 * installed, else the one npm shipped. `TEST_POSTGRES_URL` uses a server that is already there.
 */
export default async function startPostgres(
  project: TestProject,
): Promise<(() => Promise<void>) | undefined> {
  const given = process.env['TEST_POSTGRES_URL']
  if (given !== undefined && given !== '') {
    await provideTemplate(project, given)
    return undefined
  }
  const found = findPostgres()
  if (found === undefined) throw new Error('PostgreSQL went away since the tests were configured')
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-pg-'))
  const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  if (process.getuid?.() === 0) chownSync(folder, NOBODY, NOBODY)
  chmodSync(folder, 0o700)
  const bin = found.shipped ? copyShipped(found.bin, folder) : found.bin
  const data = join(folder, 'data')
  const env = { ...process.env, LC_ALL: 'C.UTF-8' }
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'passerelle', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    {
      ...identity,
      env,
      cwd: folder,
      encoding: 'utf8',
    },
  )
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`)
  const settings = [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'max_connections=200',
    'listen_addresses=',
  ]
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-k', folder, ...settings.flatMap((setting) => ['-c', setting])],
    { ...identity, env, cwd: folder, stdio: 'ignore' },
  )
  await waitForSocket(folder, server)
  await provideTemplate(
    project,
    `postgres://passerelle@localhost/postgres?host=${encodeURIComponent(folder)}`,
  )
  return async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Migrating takes a second, copying what was migrated a moment: hundreds of tests want a database of their own. */
async function provideTemplate(project: TestProject, postgresUrl: string): Promise<void> {
  const postgresTemplate = `template_${newId<string>().replaceAll('-', '')}`
  const admin = openDatabase({ databaseUrl: postgresUrl, dataDir: '' })
  await admin.raw(`create database ${postgresTemplate}`)
  await admin.destroy()
  const url = new URL(postgresUrl)
  url.pathname = `/${postgresTemplate}`
  const template = openDatabase({ databaseUrl: url.href, dataDir: '' })
  await migrate(template)
  await template.destroy()
  project.provide('postgresUrl', postgresUrl)
  project.provide('postgresTemplate', postgresTemplate)
}

async function waitForSocket(folder: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL stopped at once with code ${server.exitCode}`)
    if (existsSync(join(folder, '.s.PGSQL.5432'))) {
      await sleep(200)
      return
    }
    await sleep(100)
  }
  throw new Error('PostgreSQL did not open its socket within 30 seconds')
}

/** A clone may stand in a folder that only root can enter: the shipped server is run from a copy that others can. */
function copyShipped(bin: string, folder: string): string {
  cpSync(join(bin, '..'), join(folder, 'native'), { recursive: true, verbatimSymlinks: false })
  const copied = join(folder, 'native', 'bin')
  for (const file of ['initdb', 'postgres']) chmodSync(join(copied, file), 0o755)
  return copied
}
