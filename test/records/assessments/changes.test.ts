import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { readGrid } from '../../../server/records/assessments/index.ts'
import {
  halfDaysOf,
  markAttendance,
  markSessionSigned,
  setAttendance,
} from '../../../server/records/training-sessions/index.ts'
import { ADAPT, aNetwork, aSession, TEAM } from '../training-sessions/a-network.ts'
import { aServer } from '../training-sessions/a-server.ts'

const PRESENT = { mark: 'present', arrivedAt: undefined } as const

async function aGridOnline() {
  const network = await aNetwork()
  const session = await aSession(network, { competences: [TEAM, ADAPT] })
  const server = await aServer(network)
  const path = `/sessions/${session.session.id}`
  const cellOf = async (column = 0) =>
    (await readGrid(network.db, session.session)).rows[0]?.cells[column]?.attested
  const team = `${session.ines.enrolmentId}.attested:${TEAM}`
  const adapt = `${session.ines.enrolmentId}.attested:${ADAPT}`
  return { ...network, ...session, ...server, path, cellOf, team, adapt }
}

let made = 0
const change = (field: string, value: string, before = '') => ({
  id: `change-${String(made++).padStart(6, '0')}`,
  field,
  value,
  before,
})

type Online = Awaited<ReturnType<typeof aGridOnline>>

/** What a page's script does: opens the grid, then posts JSON with the page's token. */
async function aScript({ app, path }: Online, actor: Online['anne'], from = path) {
  const cookies = [`who=${actor.accountId}`]
  const page = await request(app)
    .get(from)
    .set({ Cookie: cookies, Accept: 'text/html', 'Accept-Language': 'fr' })
  const set = page.get('Set-Cookie') ?? []
  cookies.push(...set.map((line) => line.split(';')[0] ?? ''))
  const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  const post = (changes: readonly object[], csrf = token) =>
    request(app)
      .post(`${path}/assessments`)
      .set({ Cookie: cookies, Accept: 'application/json', 'Accept-Language': 'fr', 'x-csrf-token': csrf })
      .send({ changes })
  const get = (address: string) =>
    request(app).get(address).set({ Cookie: cookies, Accept: 'application/json', 'Accept-Language': 'fr' })
  return { post, get }
}

describe('changes that a page sends by itself', () => {
  test('are saved, and answered with how the row is now', async () => {
    const online = await aGridOnline()
    const { post } = await aScript(online, online.anne)
    const note = change(`${online.ines.enrolmentId}.note:${TEAM}`, 'A repris seule le plan.')
    const answer = await post([change(online.team, '3'), note])
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      conflicts: [],
      refused: [],
      state: { signed: false, rows: [{ id: online.ines.enrolmentId, sheet: { [`attested:${TEAM}`]: '3' } }] },
    })
    expect(await online.cellOf()).toMatchObject({ level: '3', observation: 'A repris seule le plan.' })
  })

  test('are harmless when they are sent again, even after somebody changed the cell since', async () => {
    const online = await aGridOnline()
    const { post } = await aScript(online, online.anne)
    const sent = [change(online.team, '3')]
    await post(sent)
    const answer = await post(sent)
    expect(answer.body).toMatchObject({ received: [sent[0]?.id], conflicts: [] })
    const colleague = await aScript(online, online.coordinator)
    await colleague.post([change(online.team, '', '3')])
    // the cell is empty again, as it was when Anne typed: only the change's own id tells that it was done before
    const late = await post(sent)
    expect(late.body).toMatchObject({ received: [sent[0]?.id], conflicts: [] })
    expect(await online.cellOf()).toBeUndefined()
  })

  test('of an attendance that half-days say by now is refused alone: whatever waited with it is saved', async () => {
    const online = await aGridOnline()
    const { db, deps, anne, session, ines, malo } = online
    const { post, get } = await aScript(online, anne)
    const [halfDay] = halfDaysOf(session)
    if (halfDay === undefined) throw new Error('a session without a day')
    const marks = [{ enrolmentId: ines.enrolmentId, typed: PRESENT, shown: '' }]
    await markAttendance({ ...deps, db }, anne, { sessionId: session.id, halfDay, marks })
    const moved = change(`${ines.enrolmentId}.attendance`, 'absent', 'present')
    const answer = await post([moved, change(online.team, '3')])
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ refused: [{ id: moved.id, field: moved.field }] })
    expect(JSON.stringify(answer.body)).toContain('demi-journée')
    expect(await online.cellOf()).toMatchObject({ level: '3' })
    const state = (await get(`${online.path}/state`)).body as { rows: { id: string; halfDays?: string }[] }
    expect(state.rows.map(({ id, halfDays }) => [id, halfDays])).toEqual([
      [ines.enrolmentId, '1 demi-journée sur 2'],
      [malo.enrolmentId, undefined],
    ])
  })

  test.each(['__proto__', 'constructor', 'attested', 'confirmed:EQUIPE:x'])(
    'of a field that no sheet has are refused: %s',
    async (field) => {
      const online = await aGridOnline()
      const { post } = await aScript(online, online.anne)
      const forged = change(`${online.ines.enrolmentId}.${field}`, '3')
      const answer = await post([forged, change(online.team, '3')])
      expect(answer.body).toMatchObject({ conflicts: [], refused: [{ id: forged.id }] })
      expect(await online.cellOf()).toMatchObject({ level: '3' })
    },
  )

  test('follow each other in one sending: the later one builds on the earlier', async () => {
    const online = await aGridOnline()
    const { post } = await aScript(online, online.anne)
    const answer = await post([
      change(online.team, '3'),
      change(online.team, '4', '3'),
      change(online.team, '', '4'),
    ])
    expect(answer.body).toMatchObject({ conflicts: [], refused: [] })
    expect(await online.cellOf()).toBeUndefined()
  })

  test('of a cell that a colleague changed are not done: both values, who and when; the others are saved', async () => {
    const online = await aGridOnline()
    const [anne, claire] = [await aScript(online, online.anne), await aScript(online, online.coordinator)]
    await claire.post([change(online.team, '4')])
    const answer = await anne.post([change(online.team, '1'), change(online.adapt, '2')])
    expect(answer.body).toMatchObject({ conflicts: [{ field: online.team, current: '4' }] })
    const [conflict] = (answer.body as { conflicts: { sentence: string }[] }).conflicts
    expect(conflict?.sentence).toContain('Claire Morvan a enregistré')
    expect(conflict?.sentence).toContain('et le transmet')
    expect(conflict?.sentence).toContain('avec de l’aide')
    expect((await online.cellOf(0))?.level).toBe('4')
    expect((await online.cellOf(1))?.level).toBe('2')
    // « Mettre … »: the same cell, now knowing what it replaces
    await anne.post([change(online.team, '1', '4')])
    expect((await online.cellOf(0))?.level).toBe('1')
  })

  test('of somebody’s attendance say who noted the other one', async () => {
    const online = await aGridOnline()
    const { db, deps, coordinator, session, ines } = online
    const place = { sessionId: session.id, enrolmentId: ines.enrolmentId }
    await db.transaction(async (trx) =>
      setAttendance(trx, deps, coordinator, { ...place, attendance: 'absent' }),
    )
    const { post } = await aScript(online, online.anne)
    const answer = await post([change(`${ines.enrolmentId}.attendance`, 'expected', 'present')])
    expect(JSON.stringify(answer.body)).toContain('Claire Morvan')
  })

  test('that cannot be, keep nothing else back, and say why', async () => {
    const online = await aGridOnline()
    const { post } = await aScript(online, online.anne)
    const wrong = [
      change(online.team, 'B1'),
      change(`${online.ines.enrolmentId}.attendance`, 'perhaps', 'present'),
      change(`${online.ines.enrolmentId}.observation`, 'x'.repeat(1001)),
      change(`${online.ines.enrolmentId}.salary`, '1'),
      change(`${online.ines.enrolmentId}.attested:JONGLER`, '1'),
    ]
    const answer = await post([...wrong, change(online.adapt, '2')])
    const { refused } = answer.body as { refused: { id: string; sentence: string }[] }
    expect(refused.map(({ id }) => id)).toEqual(wrong.map(({ id }) => id))
    expect(refused.every(({ sentence }) => sentence.length > 10)).toBe(true)
    expect((await online.cellOf(1))?.level).toBe('2')
    expect(await online.cellOf(0)).toBeUndefined()
  })
})

describe('who may send changes', () => {
  test('nobody from another structure, no colleague who is not named, no form of another visit', async () => {
    const online = await aGridOnline()
    for (const actor of [online.stranger, online.yann]) {
      const { post, get } = await aScript(online, actor, '/sessions/new')
      expect((await post([change(online.team, '3')])).status).toBe(404)
      expect((await post([])).status).toBe(404)
      for (const page of ['state', 'live', 'signing', 'sign/progress', 'typing'])
        expect((await get(`${online.path}/${page}`)).status, page).toBe(404)
      expect((await get(`${online.path}/learners/${online.ines.enrolmentId}/together`)).status).toBe(404)
    }
    const { post } = await aScript(online, online.anne)
    expect((await post([change(online.team, '3')], 'stolen')).status).toBe(403)
    expect(await online.cellOf()).toBeUndefined()
  })

  test('of a young person of another session: refused, and nothing is told of them', async () => {
    const online = await aGridOnline()
    const other = await aSession(online, { competences: [TEAM] })
    const { post } = await aScript(online, online.anne)
    const answer = await post([change(`${other.ines.enrolmentId}.attested:${TEAM}`, '3')])
    expect(answer.body).toMatchObject({
      received: [],
      refused: [{ field: `${other.ines.enrolmentId}.attested:${TEAM}` }],
    })
    expect((answer.body as { state: { rows: unknown[] } }).state.rows).toEqual([])
  })

  test('after the signature: 409, and what is not JSON of ours: 422', async () => {
    const online = await aGridOnline()
    const { post } = await aScript(online, online.anne)
    for (const bad of [
      [{ id: 'x' }],
      [{ ...change('nonsense', '1') }],
      [{ ...change(online.team, '1'), value: 3 }],
    ])
      expect((await post(bad)).status).toBe(422)
    const { db, clock, anne, session } = online
    await markSessionSigned(db, session.id, { at: clock.now(), actor: anne, name: anne.name })
    const late = await post([change(online.team, '3')])
    expect(late.status).toBe(409)
    expect(late.body).toMatchObject({ code: 'session-already-signed' })
  })
})

describe('what a page asks for', () => {
  test('the state of the rows it names, or of all', async () => {
    const online = await aGridOnline()
    const { get } = await aScript(online, online.anne)
    const ids = async (query: string) =>
      ((await get(`${online.path}/state${query}`)).body as { rows: { id: string }[] }).rows.map(
        ({ id }) => id,
      )
    expect(await ids(`?ids=${online.malo.enrolmentId}`)).toEqual([online.malo.enrolmentId])
    expect(await ids('')).toEqual([online.ines.enrolmentId, online.malo.enrolmentId])
    expect(await ids('?ids=')).toHaveLength(2)
  })

  test('the list of what would be signed, as the grid is now', async () => {
    const online = await aGridOnline()
    const { post, get } = await aScript(online, online.anne)
    await post([change(online.team, '3')])
    const { text } = await get(`${online.path}/signing`)
    expect(text).toContain('Équipe internationale\u00a0: avec initiative')
    expect(text).toContain('Signer les 2')
    expect(text).not.toContain('<html')
  })
})
