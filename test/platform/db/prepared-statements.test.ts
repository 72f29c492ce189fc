import { describe, expect, test } from 'vitest'
import { execute, insertRows, type Db } from '../../../server/platform/db/index.ts'
import { onPostgres, openTestDatabase } from '../../support/database.ts'
import { openBeside } from '../../support/open-beside.ts'

const event = (id: string) => ({
  id,
  at: '2026-07-03T09:00:00Z',
  actor_kind: 'system',
  actor_id: null,
  actor_name: 'test',
  action: 'thing.done',
  organisation_id: null,
  subject_type: 'thing',
  subject_id: 'one',
  details: '{}',
})

const ids = (db: Db) => db('audit_events').orderBy('id').pluck('id')

describe('rows written by prepared statements', () => {
  test('are part of the transaction they are written in, and go with it', async () => {
    const db = await openTestDatabase()
    await db
      .transaction(async (trx) => {
        await insertRows(trx, 'audit_events', [event('a'), event('b')])
        expect(await ids(trx)).toEqual(['a', 'b'])
        throw new Error('no')
      })
      .catch(() => undefined)
    expect(await ids(db)).toEqual([])
  })

  test('are all kept or none when there is no transaction around them', async () => {
    const db = await openTestDatabase()
    await expect(insertRows(db, 'audit_events', [event('a'), event('b'), event('a')])).rejects.toThrow()
    expect(await ids(db)).toEqual([])
    await insertRows(
      db,
      'audit_events',
      Array.from({ length: 250 }, (_, at) => event(String(1000 + at))),
    )
    expect(await ids(db)).toHaveLength(250)
  })

  test('pass over a conflict when told, and say which rows are new', async () => {
    const db = await openTestDatabase()
    const options = { ignoreConflictOn: ['id'], returning: ['id', 'action'] }
    expect(await insertRows(db, 'audit_events', [event('a')], options)).toEqual([
      { id: 'a', action: 'thing.done' },
    ])
    expect(await insertRows(db, 'audit_events', [event('a'), event('b')], options)).toEqual([
      { id: 'b', action: 'thing.done' },
    ])
  })

  test('are refused by a transaction that has ended', async () => {
    const db = await openTestDatabase()
    const ended = await db.transaction((trx) => Promise.resolve(trx))
    await expect(insertRows(ended, 'audit_events', [event('a')])).rejects.toThrow()
    expect(await ids(db)).toEqual([])
  })

  test('of no rows is nothing', async () => {
    const db = await openTestDatabase()
    expect(await insertRows(db, 'audit_events', [])).toEqual([])
  })

  test('wait for the transaction that holds the connection', async () => {
    const db = await openTestDatabase()
    let beside: Promise<unknown> | undefined
    await db.transaction(async (trx) => {
      beside = insertRows(db, 'audit_events', [event('b')])
      await insertRows(trx, 'audit_events', [event('a')])
    })
    await beside
    expect(await ids(db)).toEqual(['a', 'b'])
  })
})

describe('a statement with placeholders', () => {
  test('gives the rows it returns, and none when it returns nothing', async () => {
    const db = await openTestDatabase()
    const created_at = '2026-07-03T09:00:00Z'
    const structure = (id: string) => ({ id, slug: id, name: id, kind: 'cfa', town: 'Brest', created_at })
    await insertRows(db, 'organisations', [structure('a'), structure('b')])
    const renamed = await execute(
      db,
      'update organisations set name = ?, town = ? where id = ? returning id, name, town',
      ['B', null, 'a'],
    )
    expect(renamed).toEqual([{ id: 'a', name: 'B', town: null }])
    expect(await execute(db, 'delete from organisations where id = ?', ['b'])).toEqual([])
    expect(await db('organisations').pluck('id')).toEqual(['a'])
  })

  test('knows a column that was added after it was first asked', async () => {
    const db = await openTestDatabase()
    await insertRows(db, 'audit_events', [event('a')])
    const all = 'select * from audit_events where id = ?'
    await execute(db, all, ['a'])
    await db.schema.alterTable('audit_events', (table) => void table.text('later').defaultTo('yes'))
    expect(await execute(db, all, ['a'])).toMatchObject([{ id: 'a', later: 'yes' }])
  })

  test.skipIf(onPostgres())('knows a column that another process added', async () => {
    const db = await openTestDatabase()
    await insertRows(db, 'audit_events', [event('a')])
    const all = 'select * from audit_events where id = ?'
    await execute(db, all, ['a'])
    const other = openBeside(db)
    await other.schema.alterTable('audit_events', (table) => void table.text('later').defaultTo('yes'))
    expect(await execute(db, all, ['a'])).toMatchObject([{ id: 'a', later: 'yes' }])
  })
})
