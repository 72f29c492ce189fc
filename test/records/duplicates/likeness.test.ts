import { describe, expect, it } from 'vitest'
import { foldText } from '../../../server/kernel/fold-text.ts'
import {
  birthLikeness,
  nameLikeness,
  suspicionOf,
  type Trait,
} from '../../../server/records/duplicates/likeness.ts'

const words = (name: string): string[] => foldText(name).split(' ')
const BREMEN = { startsOn: '2026-03-30', endsOn: '2026-06-19', hostCountry: 'DE' }

const trait = (name: string, birthDate: string | null, stays: Trait['stays'] = []): Trait => ({
  id: name,
  organisationId: 'quimper',
  words: words(name),
  birthDate,
  stays,
})

describe('two names', () => {
  it.each([
    ['Nguyễn Thị Anh', 'Thi Anh NGUYEN'],
    ['Jean-Pierre Le Goff', 'Jeanpierre Legoff'],
    ['Le Goff Jean Pierre', 'Jean-Pierre Le Goff'],
  ])('are the same in another order or written together: %s, %s', (one, other) => {
    expect(nameLikeness(words(one), words(other))).toBe('same')
  })

  it.each([
    ['Yasmine Benali', 'Yasmine Benaly'],
    ['Zéphyrine Quillévéré', 'Zephirine Quillévéré'],
    ['Marie-Ange Petit', 'Marie Petit'],
    ['Tiphaine Quéméneur', 'Tifaine Quéméneur'],
    ['Matthieu Le Goff', 'Mathieu Le Goff'],
  ])('are near with a slip of the finger, or a name left out: %s, %s', (one, other) => {
    expect(nameLikeness(words(one), words(other))).toBe('near')
  })

  it.each([
    ['Léa Martin', 'Léo Martin'],
    ['Yasmine Benali', 'Karim Benali'],
    ['Petit', 'Marie Petit'],
    ['Benalo Yasmina', 'Benali Yasmine'],
  ])('are two people’s: %s, %s', (one, other) => {
    expect(nameLikeness(words(one), words(other))).toBeUndefined()
  })
})

describe('two days of birth', () => {
  it.each([
    ['2005-02-14', '2005-02-14', 'same'],
    ['2005-03-04', '2005-04-03', 'near'],
    ['2005-02-14', '2006-02-14', 'near'],
    ['2005-02-14', null, 'unknown'],
    ['2005-02-14', '2007-09-30', 'different'],
  ])('%s and %s are %s', (one, other, likeness) => {
    expect(birthLikeness(one, other)).toBe(likeness)
  })
})

describe('two records are suggested', () => {
  it('with the same name, unless the days of birth differ', () => {
    expect(suspicionOf(trait('Inès Bernard', null), trait('INES BERNARD', '2005-02-14'))).toBeDefined()
    expect(
      suspicionOf(trait('Inès Bernard', '2007-09-30'), trait('Inès Bernard', '2005-02-14')),
    ).toBeUndefined()
  })

  it('with a near name and the same day of birth, or the same stay', () => {
    const near = (birth: string | null, stays: Trait['stays'] = []) =>
      suspicionOf(trait('Yasmine Benali', birth, stays), trait('Yasmine Benaly', '2005-02-14', [BREMEN]))
    expect(near('2005-02-14')).toMatchObject({ name: 'near', birth: 'same', stay: false })
    expect(near(null)).toBeUndefined()
    expect(near(null, [BREMEN])).toMatchObject({ stay: true })
    expect(near(null, [{ ...BREMEN, hostCountry: 'IT' }])).toBeUndefined()
    expect(near('2007-09-30', [BREMEN])).toBeUndefined()
  })
})
