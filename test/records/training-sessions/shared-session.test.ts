import { describe, expect, test } from 'vitest'
import { setAssessments, signSession } from '../../../server/records/assessments/index.ts'
import { listCredentialsOfLearner } from '../../../server/issuer/credentials/index.ts'
import type { StaffActor } from '../../../server/kernel/roles.ts'
import {
  addPartner,
  addTrainer,
  enrolKnown,
  enrolNewcomer,
  listEnrolments,
  listSessions,
  listTrainers,
  moveSessions,
  reachOf,
  removeEnrolment,
  removePartner,
  removeTrainer,
  requirePreparation,
  requireSessionAccess,
  searchCandidates,
  sessionStructures,
  setObservation,
} from '../../../server/records/training-sessions/index.ts'
import { TEAM } from './a-network.ts'
import { aServer } from './a-server.ts'
import { aSharedSession, type SharedSession } from './a-shared-session.ts'

const NOT_FOUND = { code: 'not-found' }

describe('who reaches a session that structures share', () => {
  const ROLES: readonly [keyof SharedSession, 'work' | 'prepare' | undefined][] = [
    ['coordinator', 'work'],
    ['anne', 'work'],
    ['yann', undefined],
    ['partnerLead', 'prepare'],
    ['partnerTrainer', undefined],
    ['namedPartner', 'work'],
    ['outsideLead', undefined],
    ['outsideTrainer', undefined],
    ['namedOutsider', 'work'],
  ]

  test('each role of each structure works in it, prepares it, or finds nothing', async () => {
    const world = await aSharedSession()
    const found: [string, unknown][] = []
    for (const [who] of ROLES)
      found.push([who, await reachOf(world.db, world[who] as StaffActor, world.session)])
    expect(found).toEqual(ROLES)
  })

  test('what each role may do follows: the list, the preparation, the grid', async () => {
    const world = await aSharedSession()
    const { db, session } = world
    for (const [who, reach] of ROLES) {
      const actor = world[who] as StaffActor
      const listed = (await listSessions(db, actor)).map(({ id, works }) => [id, works])
      expect([who, listed]).toEqual([who, reach === undefined ? [] : [[session.id, reach === 'work']]])
      const prepares = () => requirePreparation(db, actor, session.id)
      const works = () => requireSessionAccess(db, actor, session.id)
      await (reach === undefined
        ? expect(prepares()).rejects.toMatchObject(NOT_FOUND)
        : expect(prepares()).resolves.toMatchObject({ id: session.id }))
      await (reach === 'work'
        ? expect(works()).resolves.toMatchObject({ id: session.id })
        : expect(works()).rejects.toMatchObject(NOT_FOUND))
    }
  })

  test('pages say the same: the grid and the attendance are not for who only prepares', async () => {
    const world = await aSharedSession()
    const { session, partnerLead, outsideLead } = world
    const server = await aServer(world, [partnerLead, outsideLead])
    const path = `/sessions/${session.id}`
    const status = async (actor: StaffActor, page: string) =>
      (await server.browserOf(actor).get(`${path}${page}`)).status
    const pages = [
      '/prepare',
      '/edit',
      '/enrol',
      '/trainers',
      '/structures',
      '/attendance/sheet',
      '/paper-grid',
    ]
    for (const page of pages) {
      expect([page, await status(partnerLead, page)]).toEqual([page, 200])
      expect([page, await status(outsideLead, page)]).toEqual([page, 404])
    }
    for (const page of ['', '/attendance', '/sign']) expect(await status(partnerLead, page)).toBe(404)
  })

  test('somebody named from elsewhere loses it with their role there, and keeps it with one in a structure of the session', async () => {
    const { db, session, namedOutsider, brest } = await aSharedSession()
    const left: StaffActor = { ...namedOutsider, memberships: [] }
    await expect(requireSessionAccess(db, left, session.id)).rejects.toMatchObject(NOT_FOUND)
    expect(await listSessions(db, left)).toEqual([])
    const moved: StaffActor = { ...left, memberships: [{ organisationId: brest, role: 'trainer' }] }
    await expect(requireSessionAccess(db, moved, session.id)).resolves.toMatchObject({ id: session.id })
    expect(await listSessions(db, moved)).toHaveLength(1)
  })

  test('structures appear as equals, in alphabetical order, by their neutral label', async () => {
    const { db, session, quimper } = await aSharedSession()
    await db('organisations').where({ id: quimper }).update({ public_label: 'Réseau jeunes de Quimper' })
    expect((await sessionStructures(db, session)).map(({ name }) => name)).toEqual([
      'Lycée maritime de Brest',
      'Réseau jeunes de Quimper',
    ])
  })
})

describe('whom a partner’s coordinator enrols and names', () => {
  test('their own young people, without a copy of the record; nobody else’s', async () => {
    const { db, deps, session, partnerLead, noe, ines, quimper, brest } = await aSharedSession()
    const sessionId = session.id
    const { enrolmentId } = await enrolKnown(deps, partnerLead, { sessionId, learnerId: noe.learner.id })
    const places = await listEnrolments(db, sessionId)
    const place = places.find(({ id }) => id === enrolmentId)
    expect(place).toMatchObject({
      learner: { id: noe.learner.id, organisationId: brest },
      mobility: noe.mobility,
    })
    expect(await db('learners').where({ family_name: 'Petit' })).toHaveLength(1)

    const search = (text: string) => searchCandidates(db, partnerLead, { sessionId, text })
    expect((await search('noe')).map(({ learner, enrolled }) => [learner.id, enrolled])).toEqual([
      [noe.learner.id, true],
    ])
    expect(await search('Bernard')).toEqual([])
    await removeEnrolment(deps, partnerLead, { sessionId, enrolmentId })
    const other = enrolKnown(deps, partnerLead, { sessionId, learnerId: ines.learner.id })
    await expect(other).rejects.toMatchObject(NOT_FOUND)
    const newcomer = { sessionId, organisationId: quimper, givenName: 'Lou', familyName: 'Le Gall' }
    await expect(enrolNewcomer(deps, partnerLead, newcomer)).rejects.toMatchObject({ code: 'invalid-input' })
    const removal = removeEnrolment(deps, partnerLead, { sessionId, enrolmentId: ines.enrolmentId })
    await expect(removal).rejects.toMatchObject(NOT_FOUND)
  })

  test('the trainer of one structure does not look in the roster of another', async () => {
    const { db, session, anne, namedOutsider } = await aSharedSession()
    const search = (actor: StaffActor, text: string) =>
      searchCandidates(db, actor, { sessionId: session.id, text })
    expect(await search(anne, 'Noé')).toEqual([])
    expect(await search(namedOutsider, 'Inès')).toEqual([])
    expect(await search(anne, 'bernrad')).toMatchObject([
      { learner: { familyName: 'Bernard' }, enrolled: true },
    ])
  })

  test('trainers of their own structure, whom they may take off again; not those of the others', async () => {
    const { db, deps, session, partnerLead, partnerTrainer, outsideTrainer, yann, anne } =
      await aSharedSession()
    const name = ({ accountId }: StaffActor) =>
      addTrainer(deps, partnerLead, { sessionId: session.id, accountId })
    const unname = ({ accountId }: StaffActor) =>
      removeTrainer(deps, partnerLead, { sessionId: session.id, accountId })
    await name(partnerTrainer)
    await expect(requireSessionAccess(db, partnerTrainer, session.id)).resolves.toBeDefined()
    for (const other of [yann, outsideTrainer])
      await expect(name(other)).rejects.toMatchObject({ code: 'invalid-input' })
    await unname(partnerTrainer)
    await expect(unname(anne)).rejects.toMatchObject(NOT_FOUND)
    const { pool, others } = await listTrainers(db, partnerLead, session)
    expect([pool, others.map((person) => person.name)]).toEqual([false, ['Maël Riou', 'Paul Tanguy']])
  })
})

describe('with whom a session is shared', () => {
  test('its own structure decides; somebody named from elsewhere does not', async () => {
    const { db, deps, session, namedOutsider, partnerLead, anne, lannion } = await aSharedSession()
    const share = (actor: StaffActor) =>
      addPartner(deps, actor, { sessionId: session.id, organisationId: lannion })
    await expect(share(namedOutsider)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(share(partnerLead)).rejects.toMatchObject(NOT_FOUND)
    await share(anne)
    expect(await sessionStructures(db, session)).toHaveLength(3)
  })

  test('a closed structure shares nothing, and a partner leaves by itself once its young people have', async () => {
    const { db, deps, session, partnerLead, outsideLead, noe, brest, lannion, anne } = await aSharedSession()
    await db('organisations').where({ id: lannion }).update({ closed_at: '2026-07-01T00:00:00Z' })
    const closed = addPartner(deps, anne, { sessionId: session.id, organisationId: lannion })
    await expect(closed).rejects.toMatchObject({ code: 'structure-closed' })
    const place = { sessionId: session.id, learnerId: noe.learner.id }
    const { enrolmentId } = await enrolKnown(deps, partnerLead, place)
    const leave = (actor: StaffActor) =>
      removePartner(deps, actor, { sessionId: session.id, organisationId: brest })
    await expect(leave(partnerLead)).rejects.toMatchObject({ problems: [{ field: 'organisationId' }] })
    await expect(leave(outsideLead)).rejects.toMatchObject(NOT_FOUND)
    await removeEnrolment(deps, partnerLead, { sessionId: session.id, enrolmentId })
    await leave(partnerLead)
    expect(await reachOf(db, partnerLead, session)).toBeUndefined()
  })
})

describe('a shared session is signed', () => {
  test('by a trainer named from elsewhere, in the name of its own structure, for youths of every structure', async () => {
    const world = await aSharedSession({ competences: [TEAM] })
    const { db, session, partnerLead, namedOutsider, noe, quimper } = world
    const { deps } = await aServer(world)
    const { enrolmentId } = await enrolKnown(deps, partnerLead, {
      sessionId: session.id,
      learnerId: noe.learner.id,
    })
    await setAssessments(db, deps, namedOutsider, {
      sessionId: session.id,
      changes: [{ enrolmentId, competence: TEAM, voice: 'attested', level: '3' }],
    })
    const preparing = setObservation(db, deps, partnerLead, {
      sessionId: session.id,
      enrolmentId,
      observation: 'x',
    })
    await expect(preparing).rejects.toMatchObject(NOT_FOUND)
    await expect(signSession(deps, partnerLead, { sessionId: session.id })).rejects.toMatchObject(NOT_FOUND)
    const { failed } = await signSession(deps, namedOutsider, { sessionId: session.id })
    expect(failed).toBe(0)
    const held = await listCredentialsOfLearner(db, noe.learner.id)
    const own = held.filter(({ kind }) => kind !== 'passport')
    expect(own.map(({ kind, organisationId }) => [kind, organisationId]).sort()).toEqual([
      ['competence', quimper],
      ['mobility', quimper],
    ])
    expect(held.every(({ signedAt }) => signedAt !== null)).toBe(true)
    expect(held.some(({ kind }) => kind === 'passport')).toBe(true)
    expect(JSON.stringify(own[0]?.signed)).toContain('Soizic Bodin')
  })
})

test('a partner that is taken over: the structure that stays shares the session, once, and named people keep it', async () => {
  const { db, session, brest, lannion, quimper, namedPartner } = await aSharedSession()
  await db.transaction((trx) => moveSessions(trx, { from: brest, into: lannion }))
  expect((await sessionStructures(db, session)).map(({ id }) => id)).toEqual(
    expect.arrayContaining([quimper, lannion]),
  )
  const moved: StaffActor = { ...namedPartner, memberships: [{ organisationId: lannion, role: 'trainer' }] }
  await expect(requireSessionAccess(db, moved, session.id)).resolves.toMatchObject({ id: session.id })
  await db.transaction((trx) => moveSessions(trx, { from: lannion, into: quimper }))
  expect(await sessionStructures(db, session)).toHaveLength(1)
})
