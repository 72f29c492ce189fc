import { beforeEach, describe, expect, it } from 'vitest'
import { listEvents } from '../../../server/access/audit/index.ts'
import type { LearnerId } from '../../../server/kernel/ids.ts'
import type { StaffActor } from '../../../server/kernel/roles.ts'
import { saveLearner, type Learner } from '../../../server/records/learners/index.ts'
import {
  closeSupportYears,
  countSupportNeeds,
  joinSupport,
  readSupport,
  recordSupport,
  supportKeeper,
  type SupportAnswer,
  type SupportDeps,
  type SupportNeed,
} from '../../../server/records/support-needs/index.ts'
import { aNetwork, operator, type Network } from '../training-sessions/a-network.ts'

const ring = {
  deriveSecret: (purpose: string) => new TextEncoder().encode(purpose.padEnd(32, '.')).slice(0, 32),
}
const otherRing = { deriveSecret: () => new Uint8Array(32) }

let network: Network
let deps: SupportDeps
let now: Date

beforeEach(async () => {
  network = await aNetwork()
  now = new Date('2026-07-03T16:00:00Z')
  deps = { db: network.db, clock: { now: () => now }, ring }
})

const somebody = (givenName: string): Promise<Learner> =>
  network.db.transaction(async (trx) => {
    const input = { organisationId: network.quimper, givenName, familyName: 'Kerrien' }
    return (await saveLearner(trx, network.deps, operator, input)).learner
  })

const given = (...needs: SupportNeed[]): SupportAnswer => ({ declined: false, needs })
const tell = (learner: Learner, answer: SupportAnswer | null, reinforced?: boolean) =>
  recordSupport(deps, network.coordinator, { learnerId: learner.id, answer, reinforced })
const rows = () => network.db<{ pseudonym: string; year: number; content: string }>('support_needs')

describe('what is kept', () => {
  it('leads to nobody and says nothing without the installation’s secret', async () => {
    const [ines, malo] = [await somebody('Inès'), await somebody('Malo')]
    await tell(ines, given('DIS', 'HEA', 'ECO'))
    await tell(malo, { declined: true })
    const kept = await rows()
    expect(kept).toHaveLength(2)
    const bytes = JSON.stringify(kept)
    for (const secret of [
      ines.id,
      malo.id,
      ines.subjectUrn,
      'DIS',
      'HEA',
      'ECO',
      'declined',
      'true',
      '2026-07',
    ])
      expect(bytes).not.toContain(secret)
    // nobody tells by its length who answered
    expect(new Set(kept.map(({ content }) => content.length)).size).toBe(1)
    expect(Object.keys(kept[0] ?? {}).sort()).toEqual(['content', 'pseudonym', 'year'])
  })

  it('is sealed anew each time, even for the same answer', async () => {
    const ines = await somebody('Inès')
    await tell(ines, given('GEO'))
    const [first] = await rows()
    await tell(ines, given('GEO'))
    const [second] = await rows()
    expect(second?.content).not.toBe(first?.content)
    expect(await rows()).toHaveLength(1)
  })

  it('cannot be moved to somebody else’s row', async () => {
    const [ines, malo] = [await somebody('Inès'), await somebody('Malo')]
    await tell(ines, given('GEO'))
    await tell(malo, { declined: true })
    const [one, other] = await rows()
    await rows()
      .where({ pseudonym: other?.pseudonym ?? '' })
      .update({ content: one?.content ?? '' })
    const told = await Promise.all([ines, malo].map(({ id }) => supportKeeper(ring).exportOf(network.db, id)))
    const records = told.flat().flatMap(({ records }) => records as object[])
    expect(records.filter((record) => 'needs' in record || 'declined' in record)).toHaveLength(1)
  })

  it('writes down in the trail that it was asked, and the same whatever was said', async () => {
    const [ines, malo] = [await somebody('Inès'), await somebody('Malo')]
    await tell(ines, given('DISC', 'CUL'), true)
    await tell(malo, { declined: true }, false)
    const events = (await listEvents(network.db)).filter(
      ({ action }) => action === 'learner.support-recorded',
    )
    expect(events.map(({ details }) => details)).toEqual([{}, {}])
    expect(JSON.stringify(events)).not.toMatch(/DISC|CUL|declined|reinforced|needs/)
  })
})

describe('who may ask', () => {
  it('a coordinator of the person’s own structure, and nobody else', async () => {
    const ines = await somebody('Inès')
    const admin: StaffActor = { ...network.stranger, admin: true }
    for (const actor of [network.anne, network.yann, network.stranger, admin]) {
      await expect(readSupport(deps, actor, ines.id)).rejects.toMatchObject({ code: 'not-found' })
      const input = { learnerId: ines.id, answer: given('ECO') }
      await expect(recordSupport(deps, actor, input)).rejects.toMatchObject({ code: 'not-found' })
    }
    expect(await rows()).toEqual([])
  })

  it('reads that there is an answer, and never which', async () => {
    const ines = await somebody('Inès')
    await tell(ines, given('SOC'), true)
    const state = await readSupport(deps, network.coordinator, ines.id)
    expect(state).toMatchObject({ reinforced: true, answered: true, year: 2026 })
    expect(JSON.stringify(state)).not.toContain('SOC')
  })

  it('the person themselves reads it again, and takes it with them when they go', async () => {
    const ines = await somebody('Inès')
    await tell(ines, given('SOC', 'GEO'))
    const keeper = supportKeeper(ring)
    expect(await keeper.exportOf(network.db, ines.id)).toEqual([
      { section: 'support-needs', records: [{ year: 2026, declined: false, needs: ['SOC', 'GEO'] }] },
    ])
    await network.db.transaction((trx) => keeper.erase(trx, ines.id, now.toISOString()))
    expect(await rows()).toEqual([])
  })

  it('an answer is taken back', async () => {
    const ines = await somebody('Inès')
    await tell(ines, given('SOC'))
    await tell(ines, null)
    expect(await rows()).toEqual([])
    expect((await readSupport(deps, network.coordinator, ines.id)).answered).toBe(false)
  })
})

describe('the numbers of a year', () => {
  const many = async (count: number, answer: SupportAnswer, prefix: string): Promise<void> => {
    for (let position = 0; position < count; position++)
      await tell(await somebody(`${prefix}${position}`), answer)
  }

  it('are not shown below eleven, zero no more than ten', async () => {
    await many(11, given('ECO', 'GEO'), 'A')
    await many(10, given('DIS'), 'B')
    await many(3, { declined: true }, 'C')
    const counts = await countSupportNeeds(deps, 2026)
    expect(counts).toMatchObject({ year: 2026, answered: 21 })
    expect(counts.needs).toMatchObject({ ECO: 11, GEO: 11, DIS: null, HEA: null })
  })

  it('outlive the answers, which go when the year is over in Paris', async () => {
    await many(12, given('EDU'), 'A')
    await many(2, given('HEA'), 'B')
    now = new Date('2026-12-31T22:30:00Z')
    expect(await closeSupportYears(deps)).toBe(0)
    now = new Date('2026-12-31T23:30:00Z')
    expect(await closeSupportYears(deps)).toBe(14)
    expect(await rows()).toEqual([])
    expect(await closeSupportYears(deps)).toBe(0)
    const counts = await countSupportNeeds(deps, 2026)
    expect(counts).toMatchObject({ answered: 14 })
    expect(counts.needs).toMatchObject({ EDU: 12, HEA: null })
    expect(JSON.stringify(await network.db('support_need_counts'))).not.toContain('HEA')
  })

  it('count nobody whose answer another installation sealed', async () => {
    await many(11, given('ECO'), 'A')
    expect((await countSupportNeeds({ ...deps, ring: otherRing }, 2026)).answered).toBeNull()
  })
})

describe('two records that become one', () => {
  const answerOf = (id: LearnerId) => supportKeeper(ring).exportOf(network.db, id)

  it('keep the answer of the one that goes on, or the only one there is', async () => {
    const [ines, malo, lena] = [await somebody('Inès'), await somebody('Malo'), await somebody('Léna')]
    await tell(ines, given('ECO'), true)
    await tell(malo, { declined: true })
    await network.db.transaction(async (trx) => {
      await joinSupport(trx, ring, { from: ines.id, into: malo.id })
    })
    expect(await answerOf(malo.id)).toMatchObject([{ records: [{ declined: true }] }])
    await network.db.transaction(async (trx) => {
      await joinSupport(trx, ring, { from: malo.id, into: lena.id })
    })
    expect(await answerOf(lena.id)).toMatchObject([{ records: [{ declined: true }] }])
    expect(await rows()).toHaveLength(1)
    expect((await readSupport(deps, network.coordinator, lena.id)).reinforced).toBe(true)
  })
})
