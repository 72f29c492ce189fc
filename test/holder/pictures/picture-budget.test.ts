import { afterEach, beforeEach, expect, test } from 'vitest'
import { aPerson, heldBy } from '../../access/personal-data/a-person.ts'
import { openApp, saidOn, type App } from '../../support/app-world.ts'
import { youngVisitor, type YoungVisitor } from '../young-visitor.ts'

let app: App
let world: Awaited<ReturnType<typeof aPerson>>
let phone: YoungVisitor
beforeEach(async () => {
  app = await openApp()
  world = await aPerson(app)
  phone = await youngVisitor(app, world.hers.learnerId)
})
afterEach(() => app.close())

/** How the same picture is answered, asked for so many times. */
async function answers(path: string, times: number): Promise<number[]> {
  const statuses: number[] = []
  for (let time = 0; time < times; time++) statuses.push((await phone.open(path)).status)
  return statuses
}

test('Nobody keeps the server busy by having badges drawn: past thirty files a minute they wait, the others do not', async () => {
  const held = await heldBy(app, world.hers.learnerId)
  const badge = held.find(({ kind }) => kind === 'competence')?.code ?? ''
  const picture = `/me/badges/${badge}.svg`
  expect(new Set(await answers(picture, 30))).toEqual(new Set([200]))
  const refused = await phone.open(picture)
  expect(refused.status).toBe(429)
  expect(saidOn(refused)).toContain('minute')
  expect((await phone.open(`/me/badges/${badge}/preview.png`)).status).toBe(429)
  // the page itself, and other people
  expect((await phone.open('/me/badges')).status).toBe(200)
  const other = await youngVisitor(app, world.his.learnerId)
  const his = (await heldBy(app, world.his.learnerId)).find(({ kind }) => kind === 'competence')?.code
  if (his !== undefined) expect((await other.open(`/me/badges/${his}.svg`)).status).toBe(200)
  app.time.now = new Date(app.time.now.getTime() + 60_000)
  expect((await phone.open(picture)).status).toBe(200)
})

test('Nor by asking for the file for Europass again and again', async () => {
  expect(await answers('/me/europass.jsonld', 7)).toEqual([200, 200, 200, 200, 200, 200, 429])
})
