import { expect, test } from 'vitest'
import {
  addTrainer,
  listPool,
  searchPool,
  setPoolPlace,
} from '../../../server/records/training-sessions/index.ts'
import { person } from './a-network.ts'
import { aServer } from './a-server.ts'
import { aSharedSession } from './a-shared-session.ts'

test('everybody with a role in an open structure is in the pool, once, under its public label', async () => {
  const { db, lannion } = await aSharedSession()
  await db('organisations').where({ id: lannion }).update({ public_label: 'Maison des jeunes' })
  const pool = await listPool(db)
  expect(pool.map(({ name, structure }) => `${name}, ${structure}`)).toContain(
    'Erwan Le Du, Maison des jeunes',
  )
  expect(new Set(pool.map(({ accountId }) => accountId)).size).toBe(pool.length)
  expect(JSON.stringify(pool)).not.toContain('@')
})

test('people are found by their name or their structure, accents and case apart, from two letters on', async () => {
  const { db } = await aSharedSession()
  const names = async (text: string) => (await searchPool(db, text)).map(({ name }) => name)
  expect(await names('le bris')).toEqual(['Rozenn Le Bris'])
  expect(await names('MAEL brest')).toEqual(['Maël Riou'])
  expect(await names('lannion')).toEqual(['Erwan Le Du', 'Rozenn Le Bris', 'Soizic Bodin'])
  expect(await names('e')).toEqual([])
  expect(await names('%')).toEqual([])
})

test('whoever leaves is not found nor named elsewhere, and still named at home; coming back undoes it', async () => {
  const { db, deps, session, anne, outsideTrainer, outsideLead, lannion, quimper, yann } =
    await aSharedSession()
  const name = (accountId: string) => addTrainer(deps, anne, { sessionId: session.id, accountId })
  await setPoolPlace(deps, outsideTrainer, { who: 'self', inPool: false })
  expect(await searchPool(db, 'erwan')).toEqual([])
  await expect(name(outsideTrainer.accountId)).rejects.toMatchObject({ code: 'invalid-input' })
  await setPoolPlace(deps, outsideTrainer, { who: 'self', inPool: true })
  expect(await searchPool(db, 'erwan')).toHaveLength(1)

  await setPoolPlace(deps, outsideLead, { who: lannion, inPool: false })
  expect(await searchPool(db, 'lannion')).toEqual([])
  await expect(name(outsideTrainer.accountId)).rejects.toMatchObject({ code: 'invalid-input' })

  await setPoolPlace(deps, yann, { who: 'self', inPool: false })
  await name(yann.accountId)
  const trainer = setPoolPlace(deps, yann, { who: quimper, inPool: false })
  await expect(trainer).rejects.toMatchObject({ code: 'not-found' })
})

test('somebody out of the pool in one structure is called upon through another of theirs', async () => {
  const { db, deps, brest, lannion, outsideLead, outsideTrainer } = await aSharedSession()
  await db('memberships').insert({
    id: 'second',
    account_id: outsideTrainer.accountId,
    organisation_id: brest,
    role: 'trainer',
    created_at: '2026-01-01T00:00:00Z',
  })
  await setPoolPlace(deps, outsideLead, { who: lannion, inPool: false })
  expect(await searchPool(db, 'erwan')).toMatchObject([
    { through: brest, structure: 'Lycée maritime de Brest' },
  ])
})

test('the page finds and names somebody without any script, and shows no address', async () => {
  const world = await aSharedSession()
  const { session, anne, lannion, db } = world
  await person(db, 'Tifenn Guivarc’h', lannion, 'trainer')
  const browser = (await aServer(world)).browserOf(anne)
  const page = `/sessions/${session.id}/trainers`
  const { text } = await browser.get(`${page}?q=tifenn`)
  expect(text).toContain('Mission locale de Lannion')
  expect(text).not.toContain('@example.org')
  const accountId =
    /name="accountId" value="([^"]+)">\s*<button class="button button--small"/.exec(text)?.[1] ?? ''
  expect((await browser.submit(page, page, { accountId })).headers['location']).toBe(page)
  expect((await browser.get(page)).text).toContain('Tifenn')
})
