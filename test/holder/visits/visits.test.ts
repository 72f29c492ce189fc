import request from 'supertest'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { erasePerson } from '../../../server/access/personal-data/index.ts'
import { createVisitCounter, forgetOldVisits, writeVisits } from '../../../server/holder/visits/index.ts'
import type { IsoDate } from '../../../server/kernel/clock.ts'
import { databaseVersion } from '../../../server/platform/db/index.ts'
import { readZip } from '../../platform/zip/read-zip.ts'
import { aPerson, heldBy } from '../../access/personal-data/a-person.ts'
import { openApp, OPERATOR, saidOn, type App } from '../../support/app-world.ts'
import { onPostgres } from '../../support/database.ts'
import { youngVisitor, type YoungVisitor } from '../young-visitor.ts'

const PHONE = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36'

let app: App
let world: Awaited<ReturnType<typeof aPerson>>
let phone: YoungVisitor
let passport: string
let competence: string
beforeEach(async () => {
  app = await openApp()
  world = await aPerson(app)
  phone = await youngVisitor(app, world.hers.learnerId)
  const held = await heldBy(app, world.hers.learnerId)
  const codeOf = (kind: string) => held.find((one) => one.kind === kind)?.code ?? ''
  passport = codeOf('passport')
  competence = codeOf('competence')
})
afterEach(() => app.close())

const open = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  request(app.app)
    .get(path)
    .set({ Accept: 'text/html', 'Accept-Language': 'fr', 'User-Agent': PHONE, ...headers })

const rows = () =>
  app
    .db<{ credential_id: string; day: string; visits: number }>('verdict_visits')
    .orderBy('day')
    .select('day', 'visits')

/** What the chore does. */
const write = () => writeVisits(app.services)

describe('How often a passport was checked', () => {
  test('is counted a day, whether the page was ready to send or made for the visitor', async () => {
    for (let time = 0; time < 3; time++) expect((await open(`/v/${passport}`)).status).toBe(200)
    await open(`/v/${passport.toLowerCase()}`)
    expect(await rows()).toEqual([])
    await write()
    expect(await rows()).toEqual([{ day: '2026-07-03', visits: 4 }])
    app.time.now = new Date('2026-07-04T09:00:00Z')
    await open(`/v/${passport}`)
    await write()
    expect(await rows()).toEqual([
      { day: '2026-07-03', visits: 4 },
      { day: '2026-07-04', visits: 1 },
    ])
    await open(`/v/${passport}`)
    await write()
    expect((await rows())[1]?.visits).toBe(2)
  })

  test('leaves out previews, programs, browsers that look ahead, changes of language and pages that show nothing', async () => {
    await open(`/v/${passport}`, { Accept: 'application/json' })
    await open(`/v/${passport}`, { 'Sec-Purpose': 'prefetch' })
    await open(`/v/${passport}`, { 'User-Agent': 'WhatsApp/2.24.6 A' })
    await open(`/v/${passport}?lang=en`)
    await request(app.app).head(`/v/${passport}`).set({ Accept: 'text/html', 'User-Agent': PHONE })
    expect((await open('/v/000000000000')).status).toBe(404)
    expect(app.services.visits.take()).toEqual([])
  })

  test('leaves out its holder, recognised by their own space, and nobody else of the house', async () => {
    const other = await youngVisitor(app, world.his.learnerId)
    await other.open(`/v/${passport}`).set('User-Agent', PHONE)
    await expect.poll(() => counted()).toBe(1)
    await phone.open(`/v/${passport}`).set('User-Agent', PHONE)
    await other.open(`/v/${passport}`).set('User-Agent', PHONE)
    await expect.poll(() => counted()).toBe(2)
  })

  test('is not counted while the passport is private: nothing was to be seen', async () => {
    await phone.send('/me/visibility', { wish: 'private' }).expect(303)
    expect(saidOn(await open(`/v/${passport}`))).not.toContain('Wilhelmine')
    await write()
    expect(await rows()).toEqual([])
  })

  test('is told to its holder in the wallet and beside the shares, and of each badge', async () => {
    expect(saidOn(await phone.open('/me'))).toContain('Personne n’a encore ouvert')
    for (const code of [passport, passport, competence]) await open(`/v/${code}`)
    await write()
    expect(saidOn(await phone.open('/me'))).toContain('Ouvert 2 fois ces 30 derniers jours.')
    expect(saidOn(await phone.open('/me/shares'))).toContain('Ouvert 2 fois ces 30 derniers jours.')
    expect(saidOn(await phone.open('/me/badges'))).toContain('page ouverte 1 fois')
    const other = await youngVisitor(app, world.his.learnerId)
    expect(saidOn(await other.open('/me'))).toContain('Personne n’a encore ouvert')
    app.time.now = new Date('2026-09-01T09:00:00Z')
    const later = await youngVisitor(app, world.hers.learnerId)
    expect(saidOn(await later.open('/me'))).toContain('Pas ouvert ces 30 derniers jours. 2 fois en 13 mois.')
  })

  test('knows a page and a day, and nothing of who came', async () => {
    await open(`/v/${passport}`, { 'X-Forwarded-For': '203.0.113.9' })
    await write()
    const row = (await app.db<object>('verdict_visits').first()) ?? {}
    expect(Object.keys(row).sort()).toEqual(['credential_id', 'day', 'visits'])
    expect(JSON.stringify(row)).not.toContain('203.0.113.9')
    const page = await open(`/v/${passport}`)
    expect(page.headers['set-cookie']).toBeUndefined()
  })

  test('is given with all that concerns them, goes with them, and is not kept for ever', async () => {
    await open(`/v/${passport}`)
    await write()
    const zip = await phone.file('/me/everything.zip')
    const all = readZip(zip.body as Buffer).get('tout.json')
    expect(JSON.parse(Buffer.from(all ?? []).toString('utf8'))).toMatchObject({
      sections: { verdict_visits: [{ day: '2026-07-03', visits: 1 }] },
    })

    app.time.now = new Date('2027-08-03T09:00:00Z')
    expect(await forgetOldVisits(app.services)).toBe(0)
    app.time.now = new Date('2027-08-04T09:00:00Z')
    expect(await forgetOldVisits(app.services)).toBe(1)

    await open(`/v/${passport}`)
    await write()
    await open(`/v/${passport}`)
    await erasePerson(app.services, OPERATOR, { learnerId: world.hers.learnerId, invalidateCopies: false })
    await write()
    expect(await rows()).toEqual([])
  })
})

describe('Writing them down', () => {
  // the snapshot of a PostgreSQL cluster moves with every database in it
  test.skipIf(onPostgres())(
    'touches the database only when somebody came: verdicts that are kept stay as they are',
    async () => {
      // the first verdict of all may have something made that is made once
      await open(`/v/${passport}`)
      await write()
      const before = await databaseVersion(app.db)
      await write()
      await forgetOldVisits(app.services)
      expect(await databaseVersion(app.db)).toBe(before)
      await open(`/v/${passport}`)
      await open(`/v/${passport}`)
      expect(await databaseVersion(app.db)).toBe(before)
      await write()
      expect(await databaseVersion(app.db)).not.toBe(before)
    },
  )

  test('is done again when the database did not answer: nothing is lost, and nothing counted twice', async () => {
    await open(`/v/${passport}`)
    const away = (): never => {
      throw new Error('away')
    }
    const broken = { ...app.services, db: away as never }
    await expect(writeVisits(broken)).rejects.toThrow()
    await write()
    await write()
    expect(await rows()).toEqual([{ day: '2026-07-03', visits: 1 }])
  })

  test('two processes that counted apart add up', async () => {
    const elsewhere = createVisitCounter()
    elsewhere.count(passport, '2026-07-03' as IsoDate, 5)
    await open(`/v/${passport}`)
    await Promise.all([write(), writeVisits({ ...app.services, visits: elsewhere })])
    expect(await rows()).toEqual([{ day: '2026-07-03', visits: 6 }])
  })

  test('is one of the chores, each minute', () => {
    const chore = app.services.chores.find(({ name }) => name === 'write down visits')
    expect(chore?.everySeconds).toBe(60)
  })

  test('waits for so many pages and no more, whoever asks for how many', () => {
    const counter = createVisitCounter(2)
    for (const code of ['A', 'B', 'C', 'A']) counter.count(code, '2026-07-03' as IsoDate)
    expect(counter.take().map(({ code, visits }) => `${code} ${visits}`)).toEqual(['A 2', 'B 1'])
    expect(counter.take()).toEqual([])
  })
})

/** How many wait; they go on waiting. */
function counted(): number {
  const waiting = app.services.visits.take()
  for (const { code, day, visits } of waiting) app.services.visits.count(code, day, visits)
  return waiting.reduce((sum, { visits }) => sum + visits, 0)
}
