import { expect, test } from 'vitest'
import { databaseVersion } from '../../../server/platform/db/index.ts'
import { onPostgres, openTestDatabase } from '../../support/database.ts'
import { openBeside } from '../../support/open-beside.ts'

const event = (id: string) => ({
  id,
  at: '2026-07-03T09:00:00Z',
  actor_kind: 'system',
  actor_name: 'test',
  action: 'thing.done',
  subject_type: 'thing',
  subject_id: 'one',
  details: '{}',
})

test('the version stays while everybody only reads', async () => {
  const db = await openTestDatabase()
  const steps = []
  // a PostgreSQL server counts for all its databases together, and other tests write to theirs: one quiet moment is enough
  for (let tries = 0; tries < 200 && new Set(steps.slice(-2)).size !== 1; tries++) {
    const before = await databaseVersion(db)
    await db('audit_events').select('*')
    await db.transaction(async (trx) => trx('organisations').select('*'))
    steps.push(before, await databaseVersion(db))
  }
  expect(new Set(steps.slice(-2)).size).toBe(1)
  if (!onPostgres()) expect(steps).toHaveLength(2)
})

test('the version changes with every write of this process, also one that changes a row back', async () => {
  const db = await openTestDatabase()
  const structure = { id: 'a', slug: 'a', name: 'A', kind: 'cfa', created_at: '2026-07-03T09:00:00Z' }
  const seen = new Set([await databaseVersion(db)])
  await db('organisations').insert(structure)
  seen.add(await databaseVersion(db))
  await db('organisations').update({ name: 'B' })
  seen.add(await databaseVersion(db))
  await db('organisations').update({ name: 'A' })
  seen.add(await databaseVersion(db))
  await db.transaction(async (trx) => trx('organisations').del())
  seen.add(await databaseVersion(db))
  expect(seen.size).toBe(5)
})

test('the version changes when another process writes, once it has committed', async () => {
  const db = await openTestDatabase()
  const other = openBeside(db)
  const before = await databaseVersion(db)
  await other('audit_events').insert(event('a'))
  const after = await databaseVersion(db)
  expect(after).not.toBe(before)
  expect(await databaseVersion(db)).toBe(after)
  await other.transaction(async (trx) => trx('audit_events').insert(event('b')))
  expect(await databaseVersion(db)).not.toBe(after)
})

test.skipIf(onPostgres())('a connection made anew never repeats a version of the former one', async () => {
  const db = await openTestDatabase()
  const seen = await databaseVersion(db)
  const other = openBeside(db)
  expect(await databaseVersion(other)).not.toBe(seen)
})
