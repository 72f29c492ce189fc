import { expect, test } from 'vitest'
import { isUniqueViolation } from '../../server/platform/db/index.ts'
import { openTestDatabase } from '../support/database.ts'

const organisation = {
  id: 'o1',
  slug: 'ml-vichy',
  name: 'Mission locale de Vichy',
  kind: 'mission-locale',
  created_at: '2026-01-01T00:00:00Z',
}

test('a second structure with the same slug is a unique violation, not a lost row', async () => {
  const db = await openTestDatabase()
  await db('organisations').insert(organisation)
  const again = db('organisations').insert({ ...organisation, id: 'o2' })
  const failure: unknown = await again.then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(isUniqueViolation(failure)).toBe(true)
  expect(await db('organisations').select('id')).toEqual([{ id: 'o1' }])
})

test('a broken transaction leaves the database as it was', async () => {
  const db = await openTestDatabase()
  const broken = db.transaction(async (trx) => {
    await trx('organisations').insert(organisation)
    throw new Error('power cut')
  })
  await expect(broken).rejects.toThrow('power cut')
  expect(await db('organisations').select('id')).toEqual([])
})

test('a failing statement does not carry people’s names in its message', async () => {
  const db = await openTestDatabase()
  const failure: unknown = await db('organisations')
    .insert({ ...organisation, name: null, town: 'Zoé Durand' })
    .then(
      () => undefined,
      (error: unknown) => error,
    )
  expect(String(failure)).toMatch(/null/i)
  expect(String(failure)).not.toContain('Zoé Durand')
})
