import { describe, expect, it } from 'vitest'
import { skillNames } from '../../../server/issuer/compact-proofs/index.ts'
import { numberCompetences } from '../../../server/issuer/compact-proofs/number-competences.ts'
import { learnOwnFrameworks, ownCompetence } from '../../../server/issuer/achievements/index.ts'
import { openWorld } from '../issuing-world.ts'

const alike = (text: string) => ({ fr: text, en: `${text} (en)` })

describe('the number of a competence', () => {
  it('is the next one when it is first printed, and stays its own', async () => {
    const world = await openWorld()
    expect(await numberCompetences(world, ['EQUIPE', 'LANG-DE', 'EQUIPE'])).toEqual(
      new Map([
        ['EQUIPE', 1],
        ['LANG-DE', 2],
      ]),
    )
    expect((await numberCompetences(world, ['LANG-PL', 'LANG-DE'])).get('LANG-PL')).toBe(3)
    expect((await numberCompetences(world, ['LANG-DE'])).get('LANG-DE')).toBe(2)
  })

  it('is one of its own for each, when many are first printed at the same moment', async () => {
    const world = await openWorld()
    const codes = ['EQUIPE', 'ADAPTATION', 'LANG-DE', 'LANG-ES', 'LANG-IT']
    await Promise.all(
      codes.map((_, at) => numberCompetences(world, [...codes.slice(at), ...codes.slice(0, at)])),
    )
    const numbers = [...(await numberCompetences(world, codes)).values()].sort((a, b) => a - b)
    expect(numbers).toEqual([1, 2, 3, 4, 5])
  })
})

describe('the words for what was printed', () => {
  it.each([
    ['fr', 'Allemand', 'B1'],
    ['de', 'Deutsch', 'B1'],
    ['pl', 'niemiecki', 'B1'],
  ] as const)('are there in %s, level by level', async (language, name, level) => {
    const world = await openWorld()
    await numberCompetences(world, ['LANG-DE', 'EQUIPE'])
    const names = await skillNames(world, language)
    expect(names[1]?.name.toLowerCase()).toContain(name.toLowerCase())
    expect(names[1]?.levels).toHaveLength(6)
    expect(names[1]?.levels[2]).toContain(level)
    expect(names[2]?.levels).toHaveLength(4)
  })

  it('are those a network gave its own competence, in English where nobody wrote more', async () => {
    const world = await openWorld()
    const own = ownCompetence('ACCUEIL-7K3F', {
      label: alike('Accueillir'),
      short: alike('Accueil'),
      description: alike('Met à l’aise.'),
      esco: [],
      keyCompetence: 'KC6',
      levels: ['1', '2', '3', '4'].map(alike),
    })
    learnOwnFrameworks({ versions: [{ ...own, lineage: 'accueil' }], offered: [] })
    await numberCompetences(world, ['ACCUEIL-7K3F'])
    expect((await skillNames(world, 'fr'))[1]?.name).toBe('Accueillir')
    expect((await skillNames(world, 'de'))[1]?.name).toBe('Accueillir (en)')
  })
})
