import { describe, expect, test } from 'vitest'
import {
  addCompetences,
  addTrainer,
  createSession,
  findSession,
  listSessions,
  listTrainers,
  markSessionSigned,
  removeTrainer,
  requireSessionAccess,
  setPoolPlace,
} from '../../../server/records/training-sessions/index.ts'
import { ADAPT, aNetwork, aReturnSession, aSession, day, TEAM } from './a-network.ts'

describe('a session is created by somebody of the structure', () => {
  test('the trainer who creates it is named in it and finds it in the list', async () => {
    const network = await aNetwork()
    const input = aReturnSession(network, { competences: [TEAM, 'LANG-DE', TEAM] })
    const session = await createSession(network.deps, network.anne, input)
    expect(session.competences).toEqual([TEAM, 'LANG-DE'])
    expect(await findSession(network.db, session.id)).toEqual(session)
    expect((await listSessions(network.db, network.anne)).map(({ id }) => id)).toEqual([session.id])
    const { named } = await listTrainers(network.db, network.anne, session)
    expect(named.map(({ name }) => name)).toEqual(['Anne Le Goff'])
    const events: unknown[] = await network.db('audit_events').where({ action: 'session.created' })
    expect(events).toHaveLength(1)
  })

  test('nobody creates a session in a structure that is not theirs', async () => {
    const network = await aNetwork()
    const attempt = createSession(network.deps, network.stranger, aReturnSession(network))
    await expect(attempt).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('an unknown competence, an end before the start, a trainer whom nobody knows are refused', async () => {
    const network = await aNetwork()
    const refused = (change: object) =>
      createSession(network.deps, network.anne, aReturnSession(network, change))
    const problem = (field: string) => ({ code: 'invalid-input', problems: [{ field }] })
    await expect(refused({ competences: ['JONGLER'] })).rejects.toMatchObject(problem('competences'))
    await expect(refused({ endsOn: day('2026-07-02') })).rejects.toMatchObject(problem('endsOn'))
    await expect(refused({ title: ' ' })).rejects.toMatchObject(problem('title'))
    await expect(refused({ trainers: ['nobody'] })).rejects.toMatchObject(problem('trainers'))
    expect(await listSessions(network.db, network.anne)).toEqual([])
  })
})

describe('who reaches a session', () => {
  test('its trainers and the coordinator do; a colleague who is not named and other structures find nothing', async () => {
    const network = await aNetwork()
    const { session } = await aSession(network)
    const reach = (actor: typeof network.anne) => requireSessionAccess(network.db, actor, session.id)
    await expect(reach(network.anne)).resolves.toMatchObject({ id: session.id })
    await expect(reach(network.coordinator)).resolves.toMatchObject({ id: session.id })
    await expect(reach(network.yann)).rejects.toMatchObject({ code: 'not-found' })
    await expect(reach(network.stranger)).rejects.toMatchObject({ code: 'not-found' })
    expect(await listSessions(network.db, network.yann)).toEqual([])
    expect(await listSessions(network.db, network.stranger)).toEqual([])
    expect(await listSessions(network.db, network.coordinator)).toMatchObject([
      { id: session.id, enrolments: 2 },
    ])
  })

  test('an account whose role in the structure has ended loses its sessions, even where it is still named', async () => {
    const network = await aNetwork()
    const { session } = await aSession(network)
    const former = { ...network.anne, memberships: [] }
    await expect(requireSessionAccess(network.db, former, session.id)).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(await listSessions(network.db, former)).toEqual([])
  })

  test('a trainer names a colleague, who then opens the session, and the last name stays', async () => {
    const network = await aNetwork()
    const { session } = await aSession(network)
    const { deps, anne, yann } = network
    await addTrainer(deps, anne, { sessionId: session.id, accountId: yann.accountId })
    await expect(requireSessionAccess(network.db, yann, session.id)).resolves.toMatchObject({
      id: session.id,
    })
    await removeTrainer(deps, yann, { sessionId: session.id, accountId: anne.accountId })
    await expect(requireSessionAccess(network.db, anne, session.id)).rejects.toMatchObject({
      code: 'not-found',
    })
    const last = removeTrainer(deps, yann, { sessionId: session.id, accountId: yann.accountId })
    await expect(last).rejects.toMatchObject({ code: 'invalid-input', problems: [{ field: 'accountId' }] })
  })

  test('two trainers who take each other’s name off at once leave one', async () => {
    const network = await aNetwork()
    const { session } = await aSession(network)
    const { deps, anne, yann, coordinator } = network
    await addTrainer(deps, anne, { sessionId: session.id, accountId: yann.accountId })
    const outcomes = await Promise.allSettled(
      [anne, yann].map(({ accountId }) =>
        removeTrainer(deps, coordinator, { sessionId: session.id, accountId }),
      ),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await listTrainers(network.db, coordinator, session)).named).toHaveLength(1)
  })

  test('whoever left the network’s pool is not named elsewhere, and nobody outside names anybody', async () => {
    const network = await aNetwork()
    const { session } = await aSession(network)
    const { deps, anne, stranger, yann } = network
    await setPoolPlace(deps, stranger, { who: 'self', inPool: false })
    const foreign = addTrainer(deps, anne, { sessionId: session.id, accountId: stranger.accountId })
    await expect(foreign).rejects.toMatchObject({ code: 'invalid-input' })
    const outside = addTrainer(deps, stranger, { sessionId: session.id, accountId: yann.accountId })
    await expect(outside).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('columns of the grid', () => {
  test('a spreadsheet may bring new competences, in order, once', async () => {
    const network = await aNetwork()
    const { session } = await aSession(network, { competences: [TEAM] })
    const add = (competences: string[]) =>
      addCompetences(network.db, network.deps, network.anne, { sessionId: session.id, competences })
    expect(await add([ADAPT, TEAM, ADAPT])).toEqual({ added: [ADAPT] })
    expect(await add([ADAPT])).toEqual({ added: [] })
    expect((await findSession(network.db, session.id))?.competences).toEqual([TEAM, ADAPT])
    await expect(add(['JONGLER'])).rejects.toMatchObject({ code: 'invalid-input' })
  })

  test('a signed session takes no new competence', async () => {
    const network = await aNetwork()
    const { session } = await aSession(network)
    const signature = { at: network.clock.now(), actor: network.anne, name: network.anne.name }
    await markSessionSigned(network.db, session.id, signature)
    const late = addCompetences(network.db, network.deps, network.anne, {
      sessionId: session.id,
      competences: [TEAM],
    })
    await expect(late).rejects.toMatchObject({ code: 'session-already-signed' })
    const twice = markSessionSigned(network.db, session.id, signature)
    await expect(twice).rejects.toMatchObject({ code: 'session-already-signed' })
  })
})
