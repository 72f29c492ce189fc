import { beforeEach, describe, expect, it } from 'vitest'
import { listEvents } from '../../../server/access/audit/index.ts'
import type { StaffActor } from '../../../server/kernel/roles.ts'
import {
  createMobility,
  editMobility,
  findMobility,
  readStay,
  stayVersion,
  type Mobility,
  type StayTold,
} from '../../../server/records/mobilities/index.ts'
import { aSession, aNetwork, day, type Network } from '../training-sessions/a-network.ts'

let network: Network
let learnerId: string
let stay: Mobility

beforeEach(async () => {
  network = await aNetwork()
  const { ines } = await aSession(network)
  learnerId = ines.learner.id
  stay = ines.mobility
})

const told = (change: Partial<StayTold> = {}): StayTold => ({
  programme: 'CHANTIER',
  activity: 'Restauration d’un lavoir',
  hostName: 'Concordia',
  hostTown: 'Turin',
  hostCountry: 'IT',
  startsOn: day('2025-07-01'),
  endsOn: day('2025-07-15'),
  departureObjectives: 'Vivre en groupe',
  departureAgreedOn: day('2025-06-01'),
  departureSignatories: ['youth', 'sending'],
  returnSummary: null,
  returnRecordedOn: null,
  funder: 'REGION',
  learningInitiative: 'Volontariat',
  qualification: null,
  sendingMentor: 'Anne Le Goff',
  sendingMentorRole: 'Référente mobilité',
  hostAddress: 'Via Roma 1',
  hostMentor: 'Paola Rossi',
  hostMentorRole: 'Animatrice',
  returnTasks: null,
  ...change,
})

const create = (change: Partial<StayTold> = {}, actor: StaffActor = network.coordinator) =>
  createMobility(network.deps, actor, { learnerId, stay: told(change) })
const edit = (change: Partial<StayTold>, actor: StaffActor = network.coordinator) => {
  const { id: mobilityId, learnerId: _whose, createdAt: _since, updatedAt: _until, ...known } = stay
  const version = stayVersion(stay)
  return editMobility(network.deps, actor, { mobilityId, version, stay: { ...known, ...change } })
}
const problemsOf = async (act: Promise<unknown>): Promise<string[]> => {
  const error: unknown = await act.then(
    () => undefined,
    (failure: unknown) => failure,
  )
  return (error as { problems: { field: string; message: string }[] }).problems.map(
    ({ field, message }) => `${field} ${message}`,
  )
}

describe('a stay written down by hand', () => {
  it('keeps both halves, the programme, who pays and the lines of the Europass Mobility', async () => {
    const made = await create()
    expect(await findMobility(network.db, made.id)).toEqual(made)
    expect(made).toMatchObject({ funder: 'REGION', departureSignatories: ['youth', 'sending'] })
    const [event] = await listEvents(network.db, { subject: { type: 'mobility', id: made.id } })
    expect(event).toMatchObject({ action: 'mobility.created', details: {} })
  })

  it.each([
    [{ endsOn: '2025-06-30' }, ['endsOn fields.endBeforeStart']],
    [{ endsOn: '2028-08-01' }, ['endsOn fields.stayTooLong', 'startsOn fields.stayOverlaps']],
    [{ departureAgreedOn: '2026-07-04' }, ['departureAgreedOn fields.dayToCome']],
    [{ returnRecordedOn: '2025-06-30' }, ['returnRecordedOn fields.beforeTheStay']],
    // Inès was in Bremen from 30 March to 19 June 2026
    [{ startsOn: '2026-06-18', endsOn: '2026-06-25' }, ['startsOn fields.stayOverlaps']],
  ])('has dates that can be: %o', async (change, problems) => {
    expect(await problemsOf(create(change as Partial<StayTold>))).toEqual(problems)
  })

  it('may begin on the day another one ends', async () => {
    await expect(create({ startsOn: day('2026-06-19'), endsOn: day('2026-06-25') })).resolves.toBeDefined()
  })
})

describe('a stay that is written anew', () => {
  it('changes what is said, empties what is empty, and names the changed lines alone in the trail', async () => {
    const changed = await edit({ hostName: null, funder: 'OFAJ', departureObjectives: 'Parler allemand' })
    expect(changed).toMatchObject({ hostName: null, funder: 'OFAJ' })
    const [event] = await listEvents(network.db, { subject: { type: 'mobility', id: stay.id } })
    expect(event).toMatchObject({
      action: 'mobility.updated',
      details: { fields: ['hostName', 'departureObjectives', 'funder'] },
    })
  })

  it('is not overwritten by a page that is out of date', async () => {
    await network.db('mobilities').where({ id: stay.id }).update({ host_mentor: 'Heike Weber' })
    await expect(edit({ funder: 'OFAJ' })).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })

  it('changes no line that is signed, and every other', async () => {
    await attest()
    expect(await problemsOf(edit({ hostTown: 'Berlin', returnSummary: 'Très bien' }))).toEqual([
      'hostTown fields.staySigned',
      'returnSummary fields.staySigned',
    ])
    await expect(edit({ funder: 'OFAJ', hostMentor: 'Heike Weber' })).resolves.toMatchObject({
      funder: 'OFAJ',
    })
    expect((await readStay(network.db, network.coordinator, stay.id)).attestedIn).toHaveLength(1)
  })

  it('is free again when the credential was withdrawn', async () => {
    await attest()
    await network.db('credentials').update({ revoked_at: '2026-07-03T17:00:00Z' })
    await expect(edit({ hostTown: 'Berlin' })).resolves.toMatchObject({ hostTown: 'Berlin' })
  })
})

describe('who may', () => {
  it('the coordinator and the trainers of the sessions; to others the stay does not exist', async () => {
    await expect(edit({ funder: 'OFAJ' }, network.anne)).resolves.toBeDefined()
    for (const actor of [network.yann, network.stranger]) {
      await expect(edit({ funder: 'ETAT' }, actor)).rejects.toMatchObject({ code: 'not-found' })
      await expect(create({}, actor)).rejects.toMatchObject({ code: 'not-found' })
      await expect(readStay(network.db, actor, stay.id)).rejects.toMatchObject({ code: 'not-found' })
    }
  })
})

/** As a signed session leaves it. */
async function attest(): Promise<void> {
  const { db } = network
  const place = await db<{ session_id: string; mobility_id: string }>('enrolments')
    .where({ mobility_id: stay.id })
    .first()
  await db('issuers').insert({ id: 'issuer', slug: 'platform', created_at: '2026-07-03T16:00:00Z' })
  await db('credentials').insert({
    id: 'credential',
    code: '000000000000',
    award_key: 'key',
    kind: 'mobility',
    locale: 'fr',
    issuer_id: 'issuer',
    learner_id: learnerId,
    session_id: place?.session_id ?? '',
    batch_id: 'batch',
    title: 'Séjour',
    requested_at: '2026-07-03T16:00:00Z',
  })
}
