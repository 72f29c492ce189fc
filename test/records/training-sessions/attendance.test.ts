import { describe, expect, test } from 'vitest'
import { signSession } from '../../../server/records/assessments/index.ts'
import { listCredentialsOfLearner, readCredential } from '../../../server/issuer/credentials/index.ts'
import type { StaffActor } from '../../../server/kernel/roles.ts'
import type { Change } from '../../../server/platform/live/index.ts'
import type { JsonObject } from '../../../server/vc/index.ts'
import {
  enrol,
  halfDaysOf,
  listEnrolments,
  markAttendance,
  markSessionSigned,
  setAttendance,
  type HalfDay,
  type Mark,
} from '../../../server/records/training-sessions/index.ts'
import { aNetwork, aSession, day, TEAM } from './a-network.ts'
import { aServer } from './a-server.ts'

const FIRST = '2026-07-02-am' as HalfDay
const SECOND = '2026-07-02-pm' as HalfDay
const THIRD = '2026-07-03-am' as HalfDay
const LAST = '2026-07-03-pm' as HalfDay
const present: Mark = { mark: 'present', arrivedAt: undefined }
const absent: Mark = { mark: 'absent', arrivedAt: undefined }
const late: Mark = { mark: 'late', arrivedAt: '09:15' }
const excused: Mark = { mark: 'excused', arrivedAt: undefined }

/** Two days of a session where nobody has said yet who came. */
async function twoDays() {
  const network = await aNetwork()
  const { db, deps, anne } = network
  const made = await aSession(network, {
    startsOn: day('2026-07-02'),
    endsOn: day('2026-07-03'),
    competences: [TEAM],
  })
  const { session, ines, malo } = made
  for (const { enrolmentId } of [ines, malo])
    await setAttendance(db, deps, anne, { sessionId: session.id, enrolmentId, attendance: 'expected' })
  const mark = (
    halfDay: HalfDay,
    marks: Record<string, Mark | undefined>,
    shown = '',
    actor: StaffActor = anne,
  ) =>
    markAttendance(deps, actor, {
      sessionId: session.id,
      halfDay,
      marks: Object.entries(marks).map(([enrolmentId, typed]) => ({ enrolmentId, typed, shown })),
    })
  const attendanceOf = async (id: string) =>
    (await listEnrolments(db, session.id)).find((one) => one.id === id)
  return { ...network, ...made, mark, attendanceOf }
}

describe('attendance by half-day', () => {
  test('a session has a morning and an afternoon on each of its days', async () => {
    const { session } = await twoDays()
    expect(halfDaysOf(session)).toEqual([FIRST, SECOND, THIRD, LAST])
  })

  test('somebody there, on time or late, for one half-day was present; the others are counted', async () => {
    const { mark, ines, malo, attendanceOf } = await twoDays()
    await mark(FIRST, { [ines.enrolmentId]: late, [malo.enrolmentId]: absent })
    expect(await attendanceOf(ines.enrolmentId)).toMatchObject({
      attendance: 'present',
      halfDays: { attended: 1, marked: 1, of: 4 },
    })
    // who missed the first may still come to the others
    expect((await attendanceOf(malo.enrolmentId))?.attendance).toBe('expected')
    for (const halfDay of [SECOND, THIRD, LAST])
      await mark(halfDay, { [ines.enrolmentId]: excused, [malo.enrolmentId]: excused })
    expect((await attendanceOf(ines.enrolmentId))?.attendance).toBe('present')
    expect((await attendanceOf(malo.enrolmentId))?.attendance).toBe('absent')
  })

  test('« tout le monde est là » keeps the exceptions of the form and those noted before', async () => {
    const { deps, anne, session, mark, ines, malo, attendanceOf } = await twoDays()
    await mark(FIRST, { [ines.enrolmentId]: late })
    const changes = await markAttendance(deps, anne, {
      sessionId: session.id,
      halfDay: FIRST,
      marks: [{ enrolmentId: ines.enrolmentId, typed: late, shown: 'late@09:15' }],
      othersPresent: true,
    })
    expect(changes).toEqual([{ enrolmentId: malo.enrolmentId, before: undefined }])
    expect((await attendanceOf(malo.enrolmentId))?.halfDays?.attended).toBe(1)
  })

  test('the last mark taken away, the person is expected again', async () => {
    const { mark, ines, attendanceOf } = await twoDays()
    await mark(FIRST, { [ines.enrolmentId]: present })
    await mark(FIRST, { [ines.enrolmentId]: undefined }, 'present')
    expect(await attendanceOf(ines.enrolmentId)).toMatchObject({
      attendance: 'expected',
      halfDays: undefined,
    })
  })

  test('every mark taken back, what a list or the grid had said holds again', async () => {
    const { db, deps, anne, session, mark, ines, malo, attendanceOf } = await twoDays()
    const said = { [ines.enrolmentId]: 'present', [malo.enrolmentId]: 'absent' } as const
    for (const [enrolmentId, attendance] of Object.entries(said))
      await setAttendance(db, deps, anne, { sessionId: session.id, enrolmentId, attendance })
    await mark(FIRST, { [ines.enrolmentId]: absent, [malo.enrolmentId]: present })
    await mark(SECOND, { [malo.enrolmentId]: late })
    expect((await attendanceOf(ines.enrolmentId))?.attendance).toBe('expected')
    expect((await attendanceOf(malo.enrolmentId))?.attendance).toBe('present')
    await mark(SECOND, { [malo.enrolmentId]: undefined }, 'late@09:15')
    await mark(FIRST, { [ines.enrolmentId]: undefined }, 'absent')
    await mark(FIRST, { [malo.enrolmentId]: undefined }, 'present')
    for (const [enrolmentId, attendance] of Object.entries(said))
      expect((await attendanceOf(enrolmentId))?.attendance).toBe(attendance)
  })

  test('pages that are open hear of it: the session’s, and each young person’s own', async () => {
    const { deps, anne, session, ines, malo } = await twoDays()
    const heard: Change[] = []
    const live = {
      publish: (_db: unknown, changes: readonly Change[]) => Promise.resolve(void heard.push(...changes)),
    }
    const note = (typed: Mark) =>
      markAttendance({ ...deps, live }, anne, {
        sessionId: session.id,
        halfDay: FIRST,
        marks: [{ enrolmentId: ines.enrolmentId, typed, shown: '' }],
      })
    await note(late)
    expect(heard).toEqual([
      { topic: `session:${session.id}`, ids: [ines.enrolmentId] },
      { topic: `learner:${ines.learner.id}`, ids: [ines.enrolmentId] },
    ])
    // the same once more is no news, and nothing was said of Malo
    await note(late)
    expect(heard).toHaveLength(2)
    expect(JSON.stringify(heard)).not.toContain(malo.enrolmentId)
  })

  test('two trainers who note the same person differently: the second sees both, nothing is overwritten', async () => {
    const { db, mark, coordinator, ines, malo, session } = await twoDays()
    await mark(FIRST, { [ines.enrolmentId]: absent }, '', coordinator)
    const second = mark(FIRST, { [ines.enrolmentId]: present, [malo.enrolmentId]: present })
    await expect(second).rejects.toMatchObject({
      code: 'changed-meanwhile',
      problems: [
        { field: `${ines.enrolmentId}.mark`, params: { current: 'absent', value: 'Claire Morvan' } },
      ],
    })
    expect(await db('attendance_marks').select('mark')).toEqual([{ mark: 'absent' }])
    // the same said by both is no conflict, nor are two people at once
    await mark(FIRST, { [ines.enrolmentId]: absent })
    await mark(FIRST, { [malo.enrolmentId]: present })
    expect(await db('attendance_marks')).toHaveLength(2)
    const events: unknown[] = await db('audit_events').where({ action: 'session.attendance-marked' })
    expect(events).toHaveLength(2)
    expect(JSON.stringify(events)).not.toContain('Inès')
    expect(session.signedAt).toBeUndefined()
  })

  test('somebody else’s session, a half-day that does not take place, a place of another session are not found', async () => {
    const { db, deps, mark, stranger, yann, ines, session, anne } = await twoDays()
    for (const actor of [stranger, yann])
      await expect(mark(FIRST, { [ines.enrolmentId]: present }, '', actor)).rejects.toMatchObject({
        code: 'not-found',
      })
    await expect(mark('2026-07-04-am' as HalfDay, {})).rejects.toMatchObject({ code: 'not-found' })
    await expect(mark(FIRST, { nobody: present })).rejects.toMatchObject({ code: 'not-found' })
    expect(await db('attendance_marks')).toEqual([])
    await markSessionSigned(db, session.id, { at: deps.clock.now(), actor: anne, name: anne.name })
    const afterwards = mark(FIRST, { [ines.enrolmentId]: present })
    await expect(afterwards).rejects.toMatchObject({ code: 'session-already-signed' })
  })

  test('where half-days are noted, the one word in the grid and in a list follows them', async () => {
    const { db, deps, anne, session, mark, ines, malo, attendanceOf } = await twoDays()
    await mark(FIRST, { [ines.enrolmentId]: present })
    const place = { sessionId: session.id, enrolmentId: ines.enrolmentId }
    await expect(setAttendance(db, deps, anne, { ...place, attendance: 'absent' })).rejects.toMatchObject({
      problems: [{ field: `${ines.enrolmentId}.attendance`, message: 'fields.attendanceByHalfDay' }],
    })
    expect(await setAttendance(db, deps, anne, { ...place, attendance: 'present' })).toBe(false)
    // nobody noted Malo by half-day: his one word is still his
    await setAttendance(db, deps, anne, { ...place, enrolmentId: malo.enrolmentId, attendance: 'absent' })
    const imported = { sessionId: session.id, learnerId: ines.learner.id, attendance: 'absent' } as const
    const { outcome } = await db.transaction((trx) => enrol(trx, deps, anne, imported))
    expect(outcome).toBe('unchanged')
    expect((await attendanceOf(ines.enrolmentId))?.attendance).toBe('present')
    expect((await attendanceOf(malo.enrolmentId))?.attendance).toBe('absent')
  })

  test('the credential says how many half-days; somebody who missed them all gets nothing', async () => {
    const world = await twoDays()
    const { db, session, mark, ines, malo, anne } = world
    for (const halfDay of [FIRST, SECOND, THIRD])
      await mark(halfDay, { [ines.enrolmentId]: present, [malo.enrolmentId]: absent })
    await mark(LAST, { [ines.enrolmentId]: absent, [malo.enrolmentId]: excused })
    const { deps } = await aServer(world)
    await signSession(deps, anne, { sessionId: session.id })
    const attendance = (await listCredentialsOfLearner(db, ines.learner.id)).find(
      ({ kind }) => kind === 'attendance',
    )
    const read = readCredential(JSON.parse(attendance?.signed ?? '{}') as JsonObject)
    expect(read.session).toMatchObject({ halfDays: { attended: 3, of: 4 } })
    expect(await listCredentialsOfLearner(db, malo.learner.id)).toEqual([])
  })

  test('a session without marks is signed as before, and its credential counts nothing', async () => {
    const network = await aNetwork()
    const { session, ines } = await aSession(network)
    const { deps } = await aServer(network)
    await signSession(deps, network.anne, { sessionId: session.id })
    const held = await listCredentialsOfLearner(network.db, ines.learner.id)
    const signed = held.find(({ kind }) => kind === 'attendance')?.signed ?? '{}'
    expect(readCredential(JSON.parse(signed) as JsonObject).session).not.toHaveProperty('halfDays')
  })
})

describe('the page of a half-day', () => {
  async function aPage() {
    const world = await twoDays()
    const browser = (await aServer(world)).browserOf(world.anne)
    const page = `/sessions/${world.session.id}/attendance`
    const [ines, malo] = [world.ines.enrolmentId, world.malo.enrolmentId]
    return { ...world, browser, page, first: `${page}?half=${FIRST}`, id: { ines, malo } }
  }

  test('opens with the half-day it is now', async () => {
    const { browser, page } = await aPage()
    // it is six in the evening of the last day
    expect((await browser.get(page)).text).toContain(`name="half" value="${LAST}"`)
  })

  test('notes everybody at one touch with the exceptions, and puts everything back at another', async () => {
    const { browser, page, first, id, db } = await aPage()
    const answer = await browser.submit(first, page, { action: 'all', [`${id.malo}.time`]: '9h15' })
    expect(answer.status).toBe(303)
    const marks = () => db('attendance_marks').select('enrolment_id', 'mark', 'arrived_at').orderBy('mark')
    expect(await marks()).toEqual([
      { enrolment_id: id.malo, mark: 'late', arrived_at: '09:15' },
      { enrolment_id: id.ines, mark: 'present', arrived_at: null },
    ])
    const after = answer.headers['location'] ?? ''
    const { text } = await browser.get(after)
    expect(text).toContain('C’est noté pour 2 jeunes.')
    const undo = text.slice(text.indexOf('attendance-undo'), text.indexOf('class="attendance"'))
    const fields = Object.fromEntries(
      [...undo.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value.replaceAll('&#x3D;', '=')],
      ),
    )
    expect((await browser.send(page, { ...fields, action: 'undo' })).status).toBe(303)
    expect(await marks()).toEqual([])
  })

  test('a wrong hour comes back with everything that was chosen', async () => {
    const { browser, page, first, id, db } = await aPage()
    const { status, text } = await browser.submit(first, page, {
      [`${id.ines}.mark`]: 'absent',
      [`${id.malo}.mark`]: 'late',
      [`${id.malo}.time`]: '25:99',
    })
    expect(status).toBe(422)
    expect(text).toContain('Écrivez-la ainsi')
    expect(text).toMatch(new RegExp(`name="${id.ines}.mark" value="absent" checked`))
    expect(await db('attendance_marks')).toEqual([])
  })

  test('a conflict names the colleague, keeps the choice, and the next save decides', async () => {
    const { browser, page, first, id, coordinator, mark, db } = await aPage()
    const shown = await browser.get(first)
    expect(shown.status).toBe(200)
    const csrf = /name="_csrf" value="([^"]+)"/.exec(shown.text)?.[1] ?? ''
    await mark(FIRST, { [id.ines]: absent }, '', coordinator)
    const mine = { _csrf: csrf, half: FIRST, [`${id.ines}.mark`]: 'present' }
    const refused = await browser.send(page, { ...mine, [`${id.ines}.shown`]: '' })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Claire Morvan')
    expect(refused.text).toMatch(new RegExp(`name="${id.ines}.mark" value="present" checked`))
    const again = await browser.send(page, { ...mine, [`${id.ines}.shown`]: 'absent' })
    expect(again.status).toBe(303)
    expect(await db('attendance_marks').select('mark')).toEqual([{ mark: 'present' }])
  })

  test('sheets of paper carry the session’s number, every name and every half-day', async () => {
    const { browser, session } = await aPage()
    const sheet = await browser.get(`/sessions/${session.id}/attendance/sheet`)
    const reference = `${session.id.slice(0, 4)} ${session.id.slice(4, 8)}`.toUpperCase()
    for (const said of [reference, 'Inès Bernard', 'Malo Kerrien', 'Anne Le Goff', 'ven. 3 juil.'])
      expect(sheet.text).toContain(said)
    const blank = await browser.get(`/sessions/${session.id}/attendance/sheet?blank=1`)
    expect(blank.text).not.toContain('Inès')
    const grid = await browser.get(`/sessions/${session.id}/paper-grid`)
    for (const said of [reference, 'Inès Bernard', 'pas encore']) expect(grid.text).toContain(said)
  })
})
