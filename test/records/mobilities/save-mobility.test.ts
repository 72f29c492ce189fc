import { describe, expect, it } from 'vitest'
import { createOrganisation } from '../../../server/access/organisations/index.ts'
import { parseIsoDate, type IsoDate } from '../../../server/kernel/clock.ts'
import { newId, type AccountId } from '../../../server/kernel/ids.ts'
import type { Actor } from '../../../server/kernel/roles.ts'
import { saveLearner } from '../../../server/records/learners/index.ts'
import {
  listMobilities,
  mobilityFacts,
  saveMobility,
  stayLengthInDays,
  type MobilityInput,
} from '../../../server/records/mobilities/index.ts'
import { openTestDatabase } from '../../support/database.ts'

const clock = { now: () => new Date('2026-06-30T09:00:00Z') }
const system: Actor = { kind: 'system', name: 'test' }
const day = (text: string): IsoDate => parseIsoDate(text) ?? expect.fail(`no day ${text}`)

async function openLearner() {
  const db = await openTestDatabase()
  const organisation = await createOrganisation({ db, clock }, system, { name: 'CFA', kind: 'cfa' })
  const input = { organisationId: organisation.id, givenName: 'Chloé', familyName: 'Dupont' }
  const { learner } = await saveLearner(db, { clock }, system, input)
  const save = (stay: MobilityInput, actor = system) => saveMobility(db, { clock }, actor, learner, stay)
  return { db, learner, save }
}

const leipzig = {
  hostCountry: 'DE',
  hostTown: 'Leipzig',
  startsOn: day('2026-01-05'),
  endsOn: day('2026-03-27'),
}

describe('recording a stay', () => {
  it('changes nothing when the same is said twice, and keeps what a later list leaves out', async () => {
    const { save } = await openLearner()
    expect((await save({ ...leipzig, programme: 'OFAJ', departureObjectives: 'Oser parler' })).outcome).toBe(
      'created',
    )
    const again = await save({ hostCountry: 'DE', startsOn: leipzig.startsOn, endsOn: leipzig.endsOn })
    expect(again).toMatchObject({
      outcome: 'unchanged',
      mobility: { programme: 'OFAJ', hostTown: 'Leipzig' },
    })
  })

  it('has both halves, and dates the return half when it is written', async () => {
    const { save } = await openLearner()
    await save({ ...leipzig, departureObjectives: 'Oser parler', departureAgreedOn: day('2025-12-01') })
    const { mobility } = await save({ ...leipzig, returnSummary: 'Préparation et vente' })
    expect(mobility).toMatchObject({
      departureObjectives: 'Oser parler',
      departureAgreedOn: '2025-12-01',
      returnSummary: 'Préparation et vente',
      returnRecordedOn: '2026-06-30',
    })
  })

  it('takes a corrected date for the same stay, and a later stay for another', async () => {
    const { db, learner, save } = await openLearner()
    await save(leipzig)
    expect((await save({ ...leipzig, startsOn: day('2026-01-12') })).outcome).toBe('updated')
    expect((await save({ ...leipzig, startsOn: day('2026-03-27'), endsOn: day('2026-05-01') })).outcome).toBe(
      'created',
    )
    expect(await listMobilities(db, [learner.id])).toHaveLength(2)
  })

  it('refuses a return before the departure, and somebody without a role', async () => {
    const { save } = await openLearner()
    await expect(save({ ...leipzig, endsOn: day('2026-01-04') })).rejects.toMatchObject({
      code: 'invalid-input',
      problems: [{ field: 'endsOn', message: 'fields.endBeforeStart' }],
    })
    const account = { accountId: newId<AccountId>(), name: 'S', email: 's@exemple.fr' }
    const stranger: Actor = { kind: 'staff', ...account, admin: false, memberships: [] }
    await expect(save(leipzig, stranger)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('tells a credential its facts in the credential’s language, and nothing that is not known', async () => {
    const { save } = await openLearner()
    const { mobility } = await save({ ...leipzig, programme: 'STAGE-PRO' })
    expect(mobilityFacts(mobility, 'en')).toEqual({
      programme: 'Work placement abroad',
      kind: 'Fieldwork',
      hostTown: 'Leipzig',
      hostCountry: 'DE',
      startsOn: '2026-01-05',
      endsOn: '2026-03-27',
    })
    expect(stayLengthInDays(mobility)).toBe(82)
  })
})
