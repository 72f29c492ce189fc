import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listEvents } from '../../../server/access/audit/index.ts'
import { addMembership, createAccount } from '../../../server/access/accounts/index.ts'
import { createOrganisation, type Organisation } from '../../../server/access/organisations/index.ts'
import { listCredentialsOfLearner } from '../../../server/issuer/credentials/index.ts'
import { findPassportOf } from '../../../server/holder/passports/index.ts'
import { currentOrNewSlip, openSlip } from '../../../server/holder/slips/index.ts'
import { parseIsoDate } from '../../../server/kernel/clock.ts'
import type { AccountId, LearnerId, TrainingSessionId } from '../../../server/kernel/ids.ts'
import type { OrganisationRole } from '../../../server/kernel/roles.ts'
import { signSession } from '../../../server/records/assessments/index.ts'
import {
  compareRecords,
  findSuspects,
  mergeRecords,
  type MergeChoices,
} from '../../../server/records/duplicates/index.ts'
import { applyImport, readTable } from '../../../server/records/imports/index.ts'
import {
  findLearner,
  requireLearner,
  saveLearner,
  searchLearners,
} from '../../../server/records/learners/index.ts'
import { listMobilities } from '../../../server/records/mobilities/index.ts'
import { recordSupport, supportKeeper } from '../../../server/records/support-needs/index.ts'
import {
  enrol,
  findSession,
  halfDaysOf,
  listEnrolments,
  markAttendance,
} from '../../../server/records/training-sessions/index.ts'
import { browserOf, openApp, OPERATOR, saidOn, type App } from '../../support/app-world.ts'
import { tableNames } from '../../support/database.ts'

const TITLES = 'Nom;Prénom;Date de naissance;Activité;Structure d’accueil;Pays;Début;Fin;EQUIPE;ADAPTATION'
const SECOND = ['givenName', 'familyName', 'birthDate', 'email'] as const

let app: App
let home: Organisation
let away: Organisation
let coordinator: AccountId

beforeAll(async () => {
  app = await openApp()
  home = await createOrganisation(app.services, OPERATOR, { name: 'Mission locale du Léon', kind: 'cfa' })
  away = await createOrganisation(app.services, OPERATOR, { name: 'CFA de Brest', kind: 'cfa' })
  coordinator = await member('claire', home, 'coordinator')
})
afterAll(() => app.close())

async function member(name: string, organisation: Organisation, role: OrganisationRole): Promise<AccountId> {
  const { id } = await createAccount(app.services, OPERATOR, {
    email: `${name}@exemple.fr`,
    name,
    admin: false,
  })
  await addMembership(app.services, OPERATOR, { accountId: id, organisationId: organisation.id, role })
  return id
}

/** A return session of one person, as an import leaves it, signed when told. */
async function session(title: string, row: string, options: { signed?: boolean; of?: Organisation } = {}) {
  const result = await applyImport(app.services, OPERATOR, {
    table: readTable(Buffer.from(`${TITLES}\n${row}`)),
    session: {
      kind: 'new',
      sessionKind: 'return',
      locale: 'fr',
      organisationId: (options.of ?? home).id,
      title,
    },
  })
  if (options.signed === true)
    await signSession(app.services, OPERATOR, { sessionId: result.sessionId, attestedBy: 'Karim Le Goff' })
  const [place] = result.enrolments
  if (place === undefined) throw new Error('nobody was imported')
  return { sessionId: result.sessionId, learnerId: place.learnerId, enrolmentId: place.enrolmentId }
}

const all = (side: 'one' | 'other', change: Partial<MergeChoices> = {}): MergeChoices => ({
  keep: side,
  ...(Object.fromEntries(SECOND.map((field) => [field, side])) as Omit<MergeChoices, 'keep'>),
  ...change,
})

async function merge(one: string, other: string, choices: MergeChoices): Promise<LearnerId> {
  const { version } = await compareRecords(app.db, OPERATOR, { one, other })
  return mergeRecords(app.services, OPERATOR, { one, other, choices, version })
}

const stay = (name: string, from: string, to: string): string =>
  `${name};Stage;Tischlerei Weber;Allemagne;${from};${to}`

describe('two records of one person', () => {
  it('are suggested, and become one with everything that hangs on them', async () => {
    const first = await session(
      'Retour A',
      `${stay('Benali;Yasmine;14/02/2005', '05/01/2026', '27/03/2026')};3;2`,
      {
        signed: true,
      },
    )
    const second = await session(
      'Retour B',
      `${stay('Benaly;Yasmine;14/02/2005', '06/04/2025', '27/06/2025')};4;4`,
      {
        signed: true,
      },
    )
    const slips = [
      await currentOrNewSlip(app.services, OPERATOR, first.learnerId),
      await currentOrNewSlip(app.services, OPERATOR, second.learnerId),
    ]
    await recordSupport(app.services, OPERATOR, { learnerId: second.learnerId, answer: { declined: true } })
    const suspects = await findSuspects(app.db, OPERATOR)
    expect(suspects).toMatchObject([{ why: { name: 'near', birth: 'same' } }])

    const learnerId = await merge(first.learnerId, second.learnerId, all('one', { familyName: 'other' }))
    expect(learnerId).toBe(first.learnerId)
    expect(await findLearner(app.db, learnerId)).toMatchObject({
      familyName: 'Benaly',
      birthDate: '2005-02-14',
    })
    expect(await listMobilities(app.db, [learnerId])).toHaveLength(2)
    const held = await listCredentialsOfLearner(app.db, learnerId)
    expect(new Set(held.flatMap(({ sessionId }) => sessionId ?? []))).toEqual(
      new Set([first.sessionId, second.sessionId]),
    )
    expect((await listEnrolments(app.db, second.sessionId))[0]?.learner.id).toBe(learnerId)
    expect(await supportKeeper(app.services.ring).exportOf(app.db, learnerId)).toHaveLength(1)
    // a new passport gathers both stays, and the paper of either opens it
    const passport = await findPassportOf(app.db, learnerId, 'fr')
    expect(passport?.content.stays).toHaveLength(2)
    for (const { slip } of slips) expect((await openSlip({ db: app.db }, slip)).holder.id).toBe(learnerId)
    // the other record is an address that leads here, found by nobody
    expect((await requireLearner(app.db, OPERATOR, second.learnerId)).learner.id).toBe(learnerId)
    expect(await searchLearners(app.db, OPERATOR, { text: 'Benali', limit: 10 })).toHaveLength(1)
    expect(await findSuspects(app.db, OPERATOR)).toEqual([])
    const [event] = await listEvents(app.db, { subject: { type: 'learner', id: learnerId }, limit: 1 })
    const merged = (await listEvents(app.db)).find(({ action }) => action === 'learner.merged')
    expect(merged).toMatchObject({ subject: { id: learnerId }, details: { from: second.learnerId } })
    expect(JSON.stringify([event, merged?.details])).not.toMatch(/Benal|Yasmine/)
  })

  it('may bear the name and day of birth of either, in one structure, and be recorded again after', async () => {
    const birthDate = parseIsoDate('2004-05-06')
    const record = async (familyName: string): Promise<LearnerId> =>
      app.db.transaction(async (trx) => {
        const input = { organisationId: home.id, givenName: 'Maëlle', familyName, birthDate }
        return (await saveLearner(trx, app.services, OPERATOR, input)).learner.id
      })
    const [one, other] = [await record('Kerrien'), await record('Kerien')]
    const id = await merge(one, other, all('one', { familyName: 'other' }))
    expect(id).toBe(one)
    // who is imported again under that name is this person
    expect(await record('Kerien')).toBe(one)
  })

  it('keep one place in a session that is not signed, with what only the other says', async () => {
    const first = await session(
      'Retour C',
      `${stay('Le Bras;Elouan;01/03/2005', '05/01/2026', '27/03/2026')};3;`,
    )
    const other = await app.db.transaction(async (trx) => {
      const input = { organisationId: home.id, givenName: 'Elouann', familyName: 'Le Bras' }
      const { learner } = await saveLearner(trx, app.services, OPERATOR, input)
      const { enrolmentId } = await enrol(trx, app.services, OPERATOR, {
        sessionId: first.sessionId,
        learnerId: learner.id,
        attendance: 'present',
        observation: 'A aidé tout le monde.',
      })
      for (const [competence, level] of [
        ['EQUIPE', '4'],
        ['ADAPTATION', '2'],
      ])
        await trx('assessments').insert({
          id: crypto.randomUUID(),
          enrolment_id: enrolmentId,
          competence,
          voice: 'attested',
          level,
          author_name: 'Anne',
          created_at: '2026-07-03T09:00:00Z',
          updated_at: '2026-07-03T09:00:00Z',
        })
      return learner.id
    })
    const twins = await compareRecords(app.db, OPERATOR, { one: first.learnerId, other })
    expect(twins.shared).toMatchObject([{ title: 'Retour C', bothAssessed: 1 }])
    await expect(merge(first.learnerId, other, all('one'))).rejects.toMatchObject({
      code: 'invalid-input',
      problems: [{ field: 'place' }],
    })
    expect(await findLearner(app.db, other)).toBeDefined()
    expect(await listEnrolments(app.db, first.sessionId)).toHaveLength(2)

    await merge(first.learnerId, other, all('one', { place: 'one' }))
    const [place, ...others] = await listEnrolments(app.db, first.sessionId)
    expect(others).toEqual([])
    expect(place).toMatchObject({ id: first.enrolmentId, observation: 'A aidé tout le monde.' })
    expect(await levels(first.sessionId)).toEqual(['ADAPTATION 2', 'EQUIPE 3'])
  })

  it('take the half-days of both places, and the word that follows from them', async () => {
    const first = await session(
      'Retour H',
      `${stay('Cornec;Maïwenn;02/03/2005', '05/01/2026', '27/03/2026')};3;`,
    )
    const place = { sessionId: first.sessionId, learnerId: first.learnerId, attendance: 'absent' } as const
    const other = await app.db.transaction(async (trx) => {
      await enrol(trx, app.services, OPERATOR, place)
      const input = { organisationId: home.id, givenName: 'Maïwen', familyName: 'Cornec' }
      const { learner } = await saveLearner(trx, app.services, OPERATOR, input)
      return enrol(trx, app.services, OPERATOR, { sessionId: first.sessionId, learnerId: learner.id })
    })
    const found = await findSession(app.db, first.sessionId)
    const [halfDay] = found === undefined ? [] : halfDaysOf(found)
    if (halfDay === undefined) throw new Error('a session without a day')
    await markAttendance(app.services, OPERATOR, {
      sessionId: first.sessionId,
      halfDay,
      marks: [
        { enrolmentId: other.enrolmentId, typed: { mark: 'present', arrivedAt: undefined }, shown: '' },
      ],
    })
    const seats = await listEnrolments(app.db, first.sessionId)
    const twin = seats.find(({ id }) => id === other.enrolmentId)?.learner.id ?? ''
    await merge(first.learnerId, twin, all('one', { place: 'one' }))
    // « absent » was said in one word before anybody knew that the other place was theirs too
    expect(await listEnrolments(app.db, first.sessionId)).toMatchObject([
      { id: first.enrolmentId, attendance: 'present', halfDays: { attended: 1 } },
    ])
    for (const table of (await tableNames(app.db)).filter((name) => !name.startsWith('audit')))
      expect(JSON.stringify(await app.db<object>(table)), table).not.toContain(other.enrolmentId)
  })

  it('leave nothing behind at a place that goes: every column that names a place is known to the move', async () => {
    const found: string[] = []
    for (const table of await tableNames(app.db)) {
      const columns = Object.keys(await app.db(table).columnInfo())
      for (const column of columns)
        if (/enrolment|^visible_to$|^place$/.test(column)) found.push(`${table}.${column}`)
    }
    // a new one? `duplicates/place-store.ts` moves what hangs on a place: teach it there first
    expect(found.sort()).toEqual([
      'assessments.enrolment_id',
      'attendance_marks.enrolment_id',
      'evidence.enrolment_id',
      'evidence.place',
      'session_templates.place',
      'tellings.place',
      'tellings.visible_to',
      'training_sessions.place',
    ])
  })

  const levels = async (sessionId: TrainingSessionId): Promise<string[]> => {
    const rows = await app
      .db<{ competence: string; level: string }>('assessments')
      .whereIn('enrolment_id', app.db('enrolments').select('id').where({ session_id: sessionId }))
      .orderBy('competence')
    return rows.map(({ competence, level }) => `${competence} ${level}`)
  }

  it('are not merged on what was not shown', async () => {
    const record = async (givenName: string): Promise<LearnerId> =>
      app.db.transaction(async (trx) => {
        const input = { organisationId: home.id, givenName, familyName: 'Quéré' }
        return (await saveLearner(trx, app.services, OPERATOR, input)).learner.id
      })
    const [one, other] = [await record('Tifenn'), await record('Tiphaine')]
    const { version } = await compareRecords(app.db, OPERATOR, { one, other })
    await app.db('learners').where({ id: other }).update({ email: 'tiphaine@exemple.fr' })
    const input = { one, other, choices: all('one'), version }
    await expect(mergeRecords(app.services, OPERATOR, input)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    await expect(compareRecords(app.db, OPERATOR, { one, other: one })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('on the pages', () => {
  const twoRecords = async (): Promise<{ one: LearnerId; other: LearnerId }> =>
    app.db.transaction(async (trx) => {
      const birthDate = parseIsoDate('2003-09-09')
      const save = async (of: Organisation, familyName: string) =>
        (
          await saveLearner(trx, app.services, OPERATOR, {
            organisationId: of.id,
            givenName: 'Gwenaëlle',
            familyName,
            birthDate,
          })
        ).learner.id
      return { one: await save(home, 'Tanguy'), other: await save(away, 'Tanguy') }
    })

  it('a coordinator sees the pairs of their structure, an admin those of the whole network', async () => {
    const { one, other } = await twoRecords()
    const { id: admin } = await createAccount(app.services, OPERATOR, {
      email: 'admin@exemple.fr',
      name: 'Admin',
      admin: true,
    })
    const [hers, theirs] = [await browserOf(app, coordinator), await browserOf(app, admin)]
    expect(saidOn(await hers.open('/learners/duplicates'))).not.toContain('Gwenaëlle')
    expect((await hers.open(`/learners/duplicates/${one}/${other}`)).status).toBe(404)
    expect((await hers.send(`/learners/duplicates/${one}/${other}/distinct`)).status).toBe(404)
    const page = await theirs.open('/learners/duplicates')
    expect(saidOn(page)).toContain('Gwenaëlle Tanguy')

    const [, path = ''] = /href="(\/learners\/duplicates\/[^"]+)"/.exec(page.text) ?? []
    const compared = saidOn(await theirs.open(path))
    expect(compared).toContain('Mission locale du Léon')
    expect(compared).toContain('CFA de Brest')
    const choices = 'keep=one&givenName=one&familyName=one&birthDate=one&email=one'
    const confirm = await theirs.open(`${path}/confirm?${choices}`)
    expect(saidOn(confirm)).toContain('Cela ne se défait pas.')
    const [, version = ''] = /name="version" value="([^"]+)"/.exec(confirm.text) ?? []
    const values = Object.fromEntries(new URLSearchParams(choices))
    expect((await theirs.send(`${path}/merge`, { ...values, version: 'other' })).status).toBe(409)
    const done = await theirs.send(`${path}/merge`, { ...values, version })
    expect(done.status).toBe(303)
    const kept = done.headers['location'] ?? ''
    expect([`/learners/${one}`, `/learners/${other}`]).toContain(kept)
    // the other address leads to it
    const gone = kept.endsWith(one) ? other : one
    expect((await theirs.open(`/learners/${gone}`)).headers['location']).toBe(kept)
  })

  it('remembers that two records are two people', async () => {
    const { one, other } = await app.db.transaction(async (trx) => {
      const save = async (givenName: string) => {
        const input = {
          organisationId: home.id,
          givenName,
          familyName: 'Morvan',
          birthDate: parseIsoDate('2002-02-02'),
        }
        return (await saveLearner(trx, app.services, OPERATOR, input)).learner.id
      }
      return { one: await save('Soazig'), other: await save('Soazic') }
    })
    const hers = await browserOf(app, coordinator)
    expect(saidOn(await hers.open('/learners/duplicates'))).toContain('Soazig')
    expect((await hers.send(`/learners/duplicates/${other}/${one}/distinct`)).status).toBe(303)
    expect((await hers.send(`/learners/duplicates/${one}/${other}/distinct`)).status).toBe(303)
    expect(saidOn(await hers.open('/learners/duplicates'))).not.toContain('Soazig')
    const events = (await listEvents(app.db)).filter(({ action }) => action === 'learner.told-apart')
    expect(events).toHaveLength(1)
  })
})
