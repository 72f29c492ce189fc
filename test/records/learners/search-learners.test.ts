import { beforeEach, describe, expect, it } from 'vitest'
import type { StaffActor } from '../../../server/kernel/roles.ts'
import {
  fullName,
  requireLearner,
  saveLearner,
  searchLearners,
} from '../../../server/records/learners/index.ts'
import { enrol, createSession } from '../../../server/records/training-sessions/index.ts'
import { aNetwork, aReturnSession, operator, type Network } from '../training-sessions/a-network.ts'

const PEOPLE = [
  ['Yasmine', 'Benali'],
  ['Thị Anh', 'Nguyễn'],
  ['Jeanpierre', 'Le Goff'],
  ['Søren', 'Weiß'],
  ['Léa', 'Martin'],
  ['Léo', 'Martin'],
  ['Marie', 'Œhler'],
  ['🦊', '🐻'],
] as const

let network: Network
const ids = new Map<string, string>()

beforeEach(async () => {
  network = await aNetwork()
  const { db, deps, quimper, brest } = network
  await db.transaction(async (trx) => {
    for (const [givenName, familyName] of PEOPLE) {
      const { learner } = await saveLearner(trx, deps, operator, {
        organisationId: quimper,
        givenName,
        familyName,
      })
      ids.set(fullName(learner), learner.id)
    }
    await saveLearner(trx, deps, operator, {
      organisationId: brest,
      givenName: 'Yasmina',
      familyName: 'Benali',
    })
  })
})

async function found(text: string, actor: StaffActor = network.coordinator): Promise<string[]> {
  return (await searchLearners(network.db, actor, { text, limit: 10 })).map(fullName)
}

describe('somebody is found by name', () => {
  it.each([
    ['Benaly', 'Yasmine Benali'],
    ['benali yasmine', 'Yasmine Benali'],
    ['Bneali', 'Yasmine Benali'],
    ['yasm', 'Yasmine Benali'],
    ['thi anh', 'Thị Anh Nguyễn'],
    ['NGUYEN', 'Thị Anh Nguyễn'],
    ['nguyen thi', 'Thị Anh Nguyễn'],
    ['jean-pierre legoff', 'Jeanpierre Le Goff'],
    ['weiss soren', 'Søren Weiß'],
    ['oehler', 'Marie Œhler'],
    ['Bennally yasmyne', 'Yasmine Benali'],
    ['Ohler', 'Marie Œhler'],
    ['🦊', '🦊 🐻'],
  ])('whatever was typed: %s', async (typed, name) => {
    expect((await found(typed))[0]).toBe(name)
  })

  it('and nobody else when the name is short: Léo is not Léa', async () => {
    expect(await found('léa martin')).toEqual(['Léa Martin'])
    expect(await found('martin l')).toEqual(['Léa Martin', 'Léo Martin'])
  })

  it('and nobody when nothing, or somebody else, was typed', async () => {
    expect(await found('')).toEqual([])
    expect(await found('  ’ - ')).toEqual([])
    expect(await found('Kermadec')).toEqual([])
  })

  it('the likest first: who bears the very name before who nearly does', async () => {
    const { db, deps, quimper } = network
    await db.transaction((trx) =>
      saveLearner(trx, deps, operator, { organisationId: quimper, givenName: 'Nora', familyName: 'Benala' }),
    )
    expect(await found('benali')).toEqual(['Yasmine Benali', 'Nora Benala'])
  })
})

describe('who finds whom', () => {
  it('a coordinator finds the people of their structure, and no others', async () => {
    expect(await found('benali', network.stranger)).toEqual(['Yasmina Benali'])
  })

  it('a trainer finds the people of the sessions that name them', async () => {
    const { db, deps, anne, yann } = network
    expect(await found('benali', anne)).toEqual([])
    const session = await createSession(deps, anne, aReturnSession(network))
    const learnerId = ids.get('Yasmine Benali') ?? ''
    await db.transaction((trx) =>
      enrol(trx, deps, anne, { sessionId: session.id, learnerId: learnerId as never }),
    )
    expect(await found('benali', anne)).toEqual(['Yasmine Benali'])
    expect(await found('benali', yann)).toEqual([])
    await expect(requireLearner(db, anne, learnerId)).resolves.toMatchObject({
      mayEdit: true,
      mayCoordinate: false,
    })
    await expect(requireLearner(db, yann, learnerId)).rejects.toMatchObject({ code: 'not-found' })
    await expect(requireLearner(db, network.stranger, learnerId)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('somebody who enrols finds everybody of their own structures, and nobody of another', async () => {
    const { db, yann, quimper, brest } = network
    const search = { text: 'benali', organisationIds: [quimper, brest], limit: 10 }
    const names = (await searchLearners(db, yann, search)).map(fullName)
    expect(names).toEqual(['Yasmine Benali'])
  })

  it('somebody without a role finds nobody, an admin everybody', async () => {
    const nobody: StaffActor = { ...network.anne, memberships: [] }
    expect(await found('benali', nobody)).toEqual([])
    expect(await found('benali', { ...nobody, admin: true })).toEqual(['Yasmina Benali', 'Yasmine Benali'])
  })
})
