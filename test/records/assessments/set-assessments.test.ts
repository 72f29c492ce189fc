import { describe, expect, test } from 'vitest'
import { readGrid, setAssessments, type AssessmentChange } from '../../../server/records/assessments/index.ts'
import { markSessionSigned } from '../../../server/records/training-sessions/index.ts'
import { ADAPT, aNetwork, aSession, TEAM } from '../training-sessions/a-network.ts'

async function aGrid() {
  const network = await aNetwork()
  const session = await aSession(network, { competences: [TEAM, 'LANG-DE'] })
  const set = (changes: AssessmentChange[], actor = network.anne) =>
    setAssessments(network.db, network.deps, actor, { sessionId: session.session.id, changes })
  const cell = (change: Partial<AssessmentChange> = {}): AssessmentChange => ({
    enrolmentId: session.ines.enrolmentId,
    competence: TEAM,
    voice: 'attested',
    level: '3',
    ...change,
  })
  const firstRow = async () => (await readGrid(network.db, session.session)).rows[0]?.cells
  return { ...network, ...session, set, cell, firstRow }
}

describe('the three voices are kept apart', () => {
  test('what the youth, the trainer and the host say of one competence stands side by side', async () => {
    const { set, cell, firstRow } = await aGrid()
    const result = await set([
      cell({ voice: 'declared', level: '4' }),
      cell({ voice: 'attested', level: '2', observation: ' Aide deux camarades. ' }),
      cell({ voice: 'confirmed', level: '3' }),
      cell({ competence: 'LANG-DE', voice: 'declared', level: 'B1' }),
    ])
    expect(result.changed).toBe(4)
    const cells = await firstRow()
    expect(cells?.[0]).toMatchObject({
      declared: { level: '4', authorName: 'Inès Bernard' },
      attested: { level: '2', authorName: 'Anne Le Goff', observation: 'Aide deux camarades.' },
      confirmed: { level: '3', authorName: 'Tischlerei Weber' },
    })
    expect(cells?.[1]).toMatchObject({ declared: { level: 'B1' } })
    expect(cells?.[1]?.attested).toBeUndefined()
  })

  test('saying the same again changes nothing, and leaves no trace', async () => {
    const { db, set, cell } = await aGrid()
    await set([cell(), cell({ voice: 'declared', level: '3' })])
    expect(await set([cell(), cell({ voice: 'declared', level: '3' })])).toEqual({
      changed: 0,
      enrolments: [],
    })
    const events: unknown[] = await db('audit_events').where({ action: 'session.assessed' })
    expect(events).toHaveLength(1)
  })

  test('emptying a cell takes it away, an observation alone stays', async () => {
    const { set, cell, firstRow } = await aGrid()
    await set([cell({ observation: 'À revoir ensemble.' })])
    await set([cell({ level: null })])
    expect((await firstRow())?.[0]?.attested).toMatchObject({
      level: undefined,
      observation: 'À revoir ensemble.',
    })
    await set([cell({ level: null, observation: null })])
    expect((await firstRow())?.[0]?.attested).toBeUndefined()
  })
})

describe('a wrong or unauthorised change is refused, and nothing of it is written', () => {
  test('a level the competence does not have, in either direction', async () => {
    const { set, cell, firstRow } = await aGrid()
    for (const wrong of [
      cell({ level: '5' }),
      cell({ level: 'B1' }),
      cell({ competence: 'LANG-DE', level: '3' }),
      cell({ level: 'constructor' }),
    ])
      await expect(set([cell(), wrong])).rejects.toMatchObject({
        code: 'invalid-input',
        problems: [{ message: 'fields.level' }],
      })
    expect((await firstRow())?.[0]?.attested).toBeUndefined()
  })

  test('a competence nobody knows, or that this session does not have', async () => {
    const { set, cell, ines } = await aGrid()
    for (const competence of ['JONGLER', ADAPT, '__proto__'])
      await expect(set([cell({ competence })])).rejects.toMatchObject({
        code: 'invalid-input',
        problems: [{ field: `${ines.enrolmentId}.attested:${competence}`, message: 'fields.competence' }],
      })
  })

  test('a young person of another session', async () => {
    const grid = await aGrid()
    const other = await aSession(grid, { competences: [TEAM] })
    const wrong = grid.set([grid.cell(), grid.cell({ enrolmentId: other.ines.enrolmentId })])
    await expect(wrong).rejects.toMatchObject({ code: 'not-found' })
    expect((await grid.firstRow())?.[0]?.attested).toBeUndefined()
  })

  test('somebody who is not of the session', async () => {
    const { set, cell, yann, stranger } = await aGrid()
    await expect(set([cell()], yann)).rejects.toMatchObject({ code: 'not-found' })
    await expect(set([cell()], stranger)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('anything after the signature', async () => {
    const { db, clock, anne, session, set, cell } = await aGrid()
    await markSessionSigned(db, session.id, { at: clock.now(), actor: anne, name: anne.name })
    await expect(set([cell()])).rejects.toMatchObject({ code: 'session-already-signed' })
  })

  test('an observation longer than a passport can carry', async () => {
    const { set, cell } = await aGrid()
    await expect(set([cell({ observation: 'x'.repeat(1001) })])).rejects.toMatchObject({
      code: 'invalid-input',
      problems: [{ message: 'fields.tooLong', params: { max: 1000 } }],
    })
  })
})
