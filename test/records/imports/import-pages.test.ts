import request, { type Response } from 'supertest'
import { describe, expect, it, test } from 'vitest'
import { importRoutes, unpackTable } from '../../../server/records/imports/index.ts'
import { aNetwork, aSession, TEAM } from '../training-sessions/a-network.ts'
import { aWebsite, hiddenField } from '../a-website.ts'
import { CHLOE, HEADER, MALO, spreadsheet } from './a-spreadsheet.ts'

async function open() {
  const network = await aNetwork()
  const { session } = await aSession(network)
  const { anne, stranger, yann } = network
  const agent = request.agent(aWebsite({ anne, stranger, yann }, importRoutes(network)))
  const path = `/sessions/${session.id}/import`
  const as = (name: string) => ({ Cookie: `session=${name}` })
  const tokenOf = async (name: string): Promise<string> => {
    const { text } = await agent.get(path).set(as(name))
    return hiddenField(text, '_csrf')
  }
  const send = async (
    bytes: Uint8Array,
    name = 'anne',
    headers: Record<string, string> = {},
  ): Promise<Response> => {
    const token = await tokenOf('anne')
    const post = agent.post(path).set({ ...as(name), ...headers })
    return post.field('_csrf', token).attach('file', Buffer.from(bytes), 'session.csv')
  }
  const confirm = async (
    page: string,
    change: Record<string, string> = {},
    name = 'anne',
  ): Promise<Response> =>
    agent
      .post(`${path}/confirm`)
      .set(as(name))
      .type('form')
      .send({
        _csrf: hiddenField(page, '_csrf'),
        table: hiddenField(confirmFormOn(page), 'table'),
        fingerprint: hiddenField(page, 'fingerprint'),
        ...change,
      })
  const learners = async (): Promise<unknown[]> =>
    network.db('learners').whereIn('family_name', ['Dupont', 'Le Goff'])
  return { ...network, session, agent, path, as, send, confirm, learners }
}

/** What follows the mapping screen: the confirmation, where there is one. */
const confirmFormOn = (html: string): string => html.split('/import/confirm"')[1] ?? ''

const FILE = spreadsheet([
  [...HEADER, TEAM, 'Téléphone'],
  [...CHLOE, '3', '06 12 34'],
  [...MALO, 'pas encore', ''],
])

describe('sending a spreadsheet', () => {
  it('shows what would happen and writes nothing, then imports on confirmation', async () => {
    const { send, confirm, learners, session, agent, as, path } = await open()
    const page = await send(FILE)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Chloé Dupont')
    expect(page.text).toContain('Téléphone')
    expect(page.text).toContain('1 colonne laissée de côté')
    expect(await learners()).toHaveLength(0)
    const done = await confirm(page.text)
    expect([done.status, done.headers['location']]).toEqual([303, `/sessions/${session.id}`])
    expect(await learners()).toHaveLength(2)

    const again = await send(FILE)
    expect(again.text).toContain('ne changerait rien')
    expect(hiddenField(again.text, 'fingerprint')).toBe('')
    expect((await agent.get(path).set(as('anne'))).status).toBe(200)
  })

  it('keeps nothing of the columns it leaves aside, not even in the page', async () => {
    const { send } = await open()
    const page = await send(FILE)
    expect(page.text).not.toContain('06 12 34')
    const kept = unpackTable(hiddenField(confirmFormOn(page.text), 'table'))
    expect(JSON.stringify(kept)).not.toContain('06 12 34')
  })

  it('shows every problem with its row and column, and no button', async () => {
    const { send } = await open()
    const page = await send(spreadsheet([[...HEADER, TEAM], CHLOE.with(5, '31/02/2026').concat('9')]))
    expect(page.status).toBe(422)
    expect(page.text).toContain('Ligne 2, colonne F (Fin)')
    expect(page.text).toContain('Ligne 2, colonne G')
    expect(page.text).toContain('2 choses à corriger')
    expect(hiddenField(confirmFormOn(page.text), 'table')).toBe('')
  })

  it.each([
    ['no bytes', new Uint8Array(), 422, 'vide'],
    ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4]), 422, 'classeur'],
    ['bytes that mean nothing', Uint8Array.from({ length: 300 }, (_, at) => at % 256), 422, 'pas du texte'],
    ['a letter', new TextEncoder().encode('Bonjour'), 422, 'ligne de titres'],
    ['an open quotation mark', new TextEncoder().encode('Nom;Prénom\nDupont;"Chloé'), 422, 'à la ligne 2'],
    [
      'three thousand rows',
      spreadsheet([['Nom', 'Prénom'], ...Array.from({ length: 3_000 }, () => ['A', 'B'])]),
      422,
      '2\u202f000',
    ],
  ])('explains %s beside the field', async (_name, bytes, status, words) => {
    const { send } = await open()
    const page = await send(bytes)
    expect(page.status).toBe(status)
    expect(page.text).toContain(words)
    expect(page.text).toContain('name="file"')
  })

  it('refuses 20 MB with one sentence', async () => {
    const { send } = await open()
    const page = await send(new Uint8Array(20_000_000).fill(65))
    expect(page.status).toBe(413)
    expect(page.text).toContain('trop lourd')
    expect(page.text).toContain('name="file"')
  })

  it('answers a program in JSON', async () => {
    const { send } = await open()
    const json = { Accept: 'application/json' }
    expect((await send(FILE, 'anne', json)).body).toMatchObject({ created: 2, updated: 0, unchanged: 0 })
    const wrong = await send(
      spreadsheet([
        [...HEADER, TEAM],
        [...CHLOE, '9'],
      ]),
      'anne',
      json,
    )
    expect([wrong.status, wrong.type]).toEqual([422, 'application/problem+json'])
    expect(wrong.body).toMatchObject({
      code: 'import-has-errors',
      errors: [{ pointer: 'G2', code: 'imports.cellLevel' }],
    })
    expect((await send(new Uint8Array(), 'anne', json)).body).toMatchObject({ code: 'file-empty' })
  })
})

describe('who may import', () => {
  it('is nobody outside the session', async () => {
    const { agent, path, as, send, confirm, learners } = await open()
    expect((await agent.get(path)).status).toBe(303)
    for (const name of ['stranger', 'yann']) expect((await agent.get(path).set(as(name))).status).toBe(404)
    const page = await send(FILE)
    for (const name of ['stranger', 'yann']) {
      const refused = await confirm(page.text, {}, name)
      expect([403, 404]).toContain(refused.status)
    }
    expect(await learners()).toHaveLength(0)
  })
})

describe('confirming', () => {
  it('shows the dry run again when the session moved meanwhile, and imports on the next confirmation', async () => {
    const { send, confirm, learners } = await open()
    const mine = await send(FILE)
    const theirs = await send(spreadsheet([HEADER, CHLOE]))
    await confirm(theirs.text)
    const moved = await confirm(mine.text)
    expect(moved.status).toBe(409)
    expect(moved.text).toContain('entre-temps')
    expect((await confirm(moved.text)).status).toBe(303)
    expect(await learners()).toHaveLength(2)
  })

  it('refuses a confirmation that was tampered with', async () => {
    const { send, confirm, learners } = await open()
    const page = await send(FILE)
    const table = hiddenField(page.text, 'table')
    for (const change of [
      { table: '' },
      { table: 'AAAA' },
      { table: `${table.slice(0, -20)}AAAAAAAAAAAAAAAAAAAA` },
      { fingerprint: 'x' },
    ])
      expect((await confirm(page.text, change)).status).toBe(422)
    expect((await confirm(page.text, { _csrf: 'x' })).status).toBe(403)
    expect(await learners()).toHaveLength(0)
  })
})

test('the model is a file to download, in the reader’s language', async () => {
  const { agent } = await open()
  const french = await agent.get('/import/modele.csv').set('Accept-Language', 'fr')
  expect(french.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="modele-import.csv"',
  })
  expect(french.text).toContain('Nom;Prénom;Date de naissance')
  expect((await agent.get('/import/modele.csv?lang=en')).text).toContain('Last name;First name;Date of birth')
})
