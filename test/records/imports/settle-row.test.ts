import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { createOrganisation } from '../../../server/access/organisations/index.ts'
import type { StaffActor } from '../../../server/kernel/roles.ts'
import { applyImport, importRoutes, readTable } from '../../../server/records/imports/index.ts'
import { listLearners } from '../../../server/records/learners/index.ts'
import { createSession, listEnrolments } from '../../../server/records/training-sessions/index.ts'
import { aWebsite, hiddenField } from '../a-website.ts'
import { aServer } from '../training-sessions/a-server.ts'
import { aNetwork, aReturnSession, operator } from '../training-sessions/a-network.ts'

const EXAMPLE = readFileSync(join(import.meta.dirname, '../../../docs/exemple-session.csv'))

/** The network of docs/exemple-session.csv: four of its youths are of the coordinator's structure, eight are not. */
async function open() {
  const network = await aNetwork()
  const { db, deps, quimper, coordinator } = network
  await db('organisations').where({ id: quimper }).update({ name: 'Mission locale de Vichy' })
  const create = (name: string, publicLabel?: string) =>
    createOrganisation(deps, operator, { name, kind: 'other', ...(publicLabel ? { publicLabel } : {}) })
  const cfa = await create('CFA du Bâtiment de Clermont-Ferrand')
  const ligue = await create('Ligue de l’enseignement du Cantal', 'Une association du Cantal')
  const session = await createSession(deps, coordinator, aReturnSession(network))
  const apply = (actor: StaffActor | typeof operator = coordinator) =>
    applyImport(network, actor, {
      table: readTable(EXAMPLE),
      session: { kind: 'existing', sessionId: session.id },
    })
  const enrolments = () => listEnrolments(db, session.id)
  return { ...network, cfa, ligue, session, apply, enrolments }
}

describe('a file that names other structures of the network', () => {
  it('is imported by a coordinator into her own session, and says who sent whom', async () => {
    const { coordinator, session, enrolments, quimper, ...network } = await open()
    const agent = request.agent(aWebsite({ claire: coordinator }, importRoutes(network)))
    const as = { Cookie: 'session=claire' }
    const path = `/sessions/${session.id}/import`
    const send = async () => {
      const { text } = await agent.get(path).set(as)
      return agent
        .post(path)
        .set(as)
        .field('_csrf', hiddenField(text, '_csrf'))
        .attach('file', EXAMPLE, 'session.csv')
    }
    const page = await send()
    expect(page.status).toBe(200)
    expect(page.text).not.toContain('id="problems"')
    expect(page.text).toContain('12 jeunes ajoutés')
    expect(page.text).toContain('8 jeunes viennent d’autres structures du réseau')
    const done = await agent
      .post(`${path}/confirm`)
      .set(as)
      .type('form')
      .send({
        _csrf: hiddenField(page.text, '_csrf'),
        table: hiddenField(page.text, 'table'),
        fingerprint: hiddenField(page.text, 'fingerprint'),
      })
    expect(done.status).toBe(303)
    const placed = await enrolments()
    expect(placed).toHaveLength(12)
    expect(placed.every(({ learner }) => learner.organisationId === quimper)).toBe(true)
    expect(placed.filter(({ sentBy }) => sentBy !== undefined)).toHaveLength(8)
    expect((await send()).text).toContain('ne changerait rien')
  })

  it('counts the structures in the grid, and names the sender on the young person’s page', async () => {
    const network = await open()
    const { apply, enrolments, session, coordinator } = network
    await apply()
    const { browserOf } = await aServer(network)
    const browser = browserOf(coordinator)
    expect((await browser.get(`/sessions/${session.id}`)).text).toContain('12 jeunes · 3 structures')
    const placed = await enrolments()
    const [noe, sara] = ['Noé', 'Sara'].map((name) =>
      placed.find(({ learner }) => learner.givenName === name),
    )
    const page = async (id = '') => (await browser.get(`/sessions/${session.id}/learners/${id}`)).text
    expect(await page(noe?.id)).toContain('Structure d’envoi\u00a0: CFA du Bâtiment de Clermont-Ferrand')
    // a structure whose name says too much about its youths shows the neutral one
    expect(await page(sara?.id)).toContain('Structure d’envoi\u00a0: Une association du Cantal')
  })

  it('changes nothing the second time', async () => {
    const { apply } = await open()
    expect(await apply()).toMatchObject({ created: 12 })
    expect(await apply()).toMatchObject({ created: 0, updated: 0, unchanged: 12 })
  })

  it('makes nobody twice when the operator, who may act everywhere, imports it again', async () => {
    const { apply, enrolments, db, cfa } = await open()
    await apply()
    expect(await apply(operator)).toMatchObject({ created: 0, updated: 0, unchanged: 12 })
    expect(await enrolments()).toHaveLength(12)
    expect(await listLearners(db, cfa.id)).toEqual([])
  })
})

describe('people whom their own structure has already placed in the session', () => {
  it('are found in the grid, and only their place in the session changes', async () => {
    const { apply, enrolments, db, quimper, cfa, coordinator, session, ...network } = await open()
    await apply(operator)
    expect(await listLearners(db, cfa.id)).toHaveLength(5)
    const before = await db('learners').orderBy('id')
    await db('enrolments').update({ attendance: 'expected' })
    expect(await apply()).toMatchObject({ created: 0, updated: 12 })
    expect((await enrolments()).every(({ attendance }) => attendance === 'present')).toBe(true)
    expect(await db('learners').orderBy('id')).toEqual(before)
    expect(await listLearners(db, quimper)).toHaveLength(4)
    expect(
      await applyImport({ db, ...network }, coordinator, {
        table: readTable(EXAMPLE),
        session: { kind: 'existing', sessionId: session.id },
      }),
    ).toMatchObject({ unchanged: 12 })
  })

  it('stay unknown when they are only in the records of their structure', async () => {
    const { apply, db, cfa, session, deps, coordinator, ...network } = await open()
    await apply(operator)
    const other = await createSession(
      deps,
      coordinator,
      aReturnSession({ db, deps, coordinator, ...network }, { title: 'Autre' }),
    )
    const theirs = await db('learners').where({ organisation_id: cfa.id }).orderBy('id')
    const result = await applyImport({ ...network, db }, coordinator, {
      table: readTable(EXAMPLE),
      session: { kind: 'existing', sessionId: other.id },
    })
    expect(result).toMatchObject({ created: 12 })
    expect(await db('learners').where({ organisation_id: cfa.id }).orderBy('id')).toEqual(theirs)
    expect(await listEnrolments(db, session.id)).toHaveLength(12)
  })
})
