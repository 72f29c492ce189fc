import { describe, expect, it } from 'vitest'
import { foldLetters, foldText } from '../../server/kernel/fold-text.ts'
import { plainName } from '../../server/access/organisations/index.ts'
import { recogniseCompetence } from '../../server/issuer/achievements/index.ts'
import { nameKey } from '../../server/records/learners/index.ts'
import { plainWords } from '../../server/records/mobilities/index.ts'

describe('two ways of writing one word', () => {
  it.each([
    ['Lefèvre', 'LEFEVRE'],
    ['Weiß', 'Weiss'],
    ['Œhler', 'oehler'],
    ['Søren Łukasz', 'soren lukasz'],
    ['Nguyễn Thị Đào', 'nguyen thi dao'],
    ['Jean‑Pierre', 'jean pierre'],
    ['L’Haÿ-les-Roses', "l'hay les roses"],
    ['e\u0301cole', 'école'],
    ['Iğdır', 'igdir'],
  ])('are folded alike: %s and %s', (one, other) => {
    expect(foldText(one)).toBe(foldText(other))
    expect(foldText(foldText(one))).toBe(foldText(one))
  })

  it('stay two words when their letters differ', () => {
    expect(foldText('Léa')).not.toBe(foldText('Léo'))
    expect(foldText('Ανδρέας')).toBe('ανδρεας')
    expect(foldText('محمد')).toBe('محمد')
  })

  it('are nothing where there is no letter and no digit', () => {
    expect(foldText(' 🦊 – ’ ')).toBe('')
    expect(foldLetters('🦊 – É')).toBe('🦊 – e')
  })
})

describe('what the house compares by folding', () => {
  it('keeps the identity keys that are already stored', () => {
    expect(nameKey('Jean‑Pierre', 'D’Œhler (fils)')).toBe('d oehler (fils)|jean pierre')
    expect(nameKey('🦊', 'Ø|Weiß')).toBe('o weiss|🦊')
  })

  it('goes on recognising structures, programmes and competences', () => {
    expect(plainName('Mission locale du Léon – Œuvre')).toBe('mission locale du leon oeuvre')
    expect(plainWords('Erasmus+ Jeunesse')).toBe('erasmus+ jeunesse')
    expect(recogniseCompetence('ALLEMAND (CECRL)')?.code).toBe('LANG-DE')
  })
})
