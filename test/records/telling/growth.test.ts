import { expect, it } from 'vitest'
import {
  findCompetence,
  learnOwnFrameworks,
  ownCompetence,
} from '../../../server/issuer/achievements/index.ts'
import { readPlace } from '../../../server/records/telling/find-tellings.ts'
import { growthOf, type Moment } from '../../../server/records/telling/growth.ts'
import { growthModel } from '../../../server/records/telling/growth-view.ts'
import { readGrowth } from '../../../server/records/telling/read-growth.ts'
import { saveOwnStay } from '../../../server/records/telling/save-own-stay.ts'
import { saveTelling } from '../../../server/records/telling/save-telling.ts'
import { translator } from '../../../server/platform/i18n/index.ts'
import { day } from '../training-sessions/a-network.ts'
import { openTellings } from './a-youth.ts'

const team = findCompetence('EQUIPE')
const at = (on: string, declared?: Moment['declared'], attested?: Moment['attested']): Moment => ({
  on,
  place: on,
  declared,
  attested,
})
const stepsOf = (...moments: Moment[]) => (team ? growthOf(team, moments).steps : [])

it('goes by date, whatever the order it was written in', () => {
  const steps = stepsOf(at('2026-06-01', '3'), at('2025-01-01', '1'))
  expect(steps.map(({ level, further }) => [level, further])).toEqual([
    ['1', true],
    ['3', true],
  ])
})

it('takes the trainer’s level where there is one', () => {
  expect(stepsOf(at('2026-06-01', '3', '2'))[0]?.level).toBe('2')
})

it('never goes down: a lower level later is one more thing lived', () => {
  const steps = stepsOf(at('2025-01-01', '3'), at('2026-01-01', '1'), at('2026-06-01', '4'))
  expect(steps.map(({ further }) => further)).toEqual([true, false, true])
})

it('passes over a moment at which nothing was said', () => {
  expect(stepsOf(at('2025-01-01'), at('2026-01-01', '2'))).toHaveLength(1)
})

const words = (text: string) => ({ fr: text, en: text })
const version = (code: string, label: string) => ({
  ...ownCompetence(code, {
    label: words(label),
    short: words(label),
    description: words(label),
    esco: [],
    keyCompetence: 'KC6',
    levels: ['1', '2', '3', '4'].map(words),
  }),
  lineage: 'welcoming',
})

it('of a network’s own competence is one path through its versions, and is not asked twice', async () => {
  const [former, current] = [
    version('ACCUEIL-AAAA', 'Accueillir'),
    version('ACCUEIL-BBBB', 'Bien accueillir'),
  ]
  const offer = (competences: (typeof former)[]) =>
    learnOwnFrameworks({
      versions: [former, current],
      offered: [{ id: 'own', version: '1', label: words('Le nôtre'), competences }],
    })
  offer([former])
  const { db, deps, youth, place } = await openTellings()
  const before = await saveOwnStay(deps, youth, {
    what: 'Chantier',
    country: 'PT',
    town: undefined,
    startsOn: day('2025-07-01'),
    endsOn: day('2025-07-20'),
  })
  const tell = (where: string, competence: string, level: string) =>
    saveTelling(deps, youth, { place: where, competence, typed: { level }, was: {} })
  await tell(`own-${before.id}`, former.code, '1')
  offer([current])
  await tell(place, current.code, '3')
  const { growths, places } = await readGrowth(db, youth.learnerId)
  expect(growths.map(({ competence, steps }) => [competence.code, steps.map(({ level }) => level)])).toEqual([
    [current.code, ['1', '3']],
  ])
  const { paths } = growthModel(growths, places, { locale: 'fr', t: translator('fr') })
  expect(paths.map(({ label }) => label)).toEqual(['Bien accueillir'])

  const asked = async (key: string) =>
    (await readPlace(db, youth.learnerId, key)).groups.others
      .map(({ code }) => code)
      .filter((code) => code.startsWith('ACCUEIL'))
  expect(await asked(`own-${before.id}`)).toEqual([former.code])
  expect(await asked(place)).toEqual([current.code])
  learnOwnFrameworks({ versions: [], offered: [] })
})
