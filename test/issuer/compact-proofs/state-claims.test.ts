import { describe, expect, it } from 'vitest'
import { codesToTell, stateClaims } from '../../../server/issuer/compact-proofs/state-claims.ts'
import type { CompetenceContent, PassportContent } from '../../../server/issuer/credentials/index.ts'
import type { IsoDate } from '../../../server/kernel/clock.ts'
import { competenceContent, passportContent } from '../../holder/passports/passport-content.ts'

const day = (text: string) => text as IsoDate

/** A passport of these competences, and what its proof says. */
function told(competences: Partial<CompetenceContent>[], change: Partial<PassportContent> = {}) {
  const content = passportContent({
    competences: competences.map((competence, index) => {
      const plain = competenceContent(1)
      if (plain.competence === undefined) throw new Error('no competence')
      return { ...plain, competence: { ...plain.competence, code: `C${index}`, ...competence } }
    }),
    ...change,
  })
  const numbers = new Map(codesToTell(content).map((code) => [code, Number(code.slice(1)) + 1]))
  return stateClaims(content, numbers)
}

describe('what a proof says of a competence', () => {
  it.each<[string, Partial<CompetenceContent>, object]>([
    ['its attested level', { level: '2' }, { level: 2, of: 4, voice: 'attested' }],
    [
      'confirmed, when the host gives it too',
      { level: '2', confirmedLevel: '2' },
      { level: 2, voice: 'confirmed' },
    ],
    [
      'confirmed, when the host gives more',
      { level: '2', confirmedLevel: '4' },
      { level: 2, voice: 'confirmed' },
    ],
    [
      'attested, when the host gives less',
      { level: '3', confirmedLevel: '2' },
      { level: 3, voice: 'attested' },
    ],
    ['its level on the European scale', { level: 'B2', levelMax: 6 }, { level: 4, of: 6 }],
  ])('is %s', (_, competence, skill) => {
    expect(told([competence]).skills).toMatchObject([skill])
  })

  it('is in the order of the page', () => {
    expect(told([{ level: '1' }, { level: '4' }, { level: '2' }]).skills.map(({ number }) => number)).toEqual(
      [1, 2, 3],
    )
  })

  it('is left out for the least of more than sixteen: confirmed stay before attested, high before low', () => {
    const attested = Array.from({ length: 14 }, (): Partial<CompetenceContent> => ({ level: '3' }))
    const skills = told([
      { level: '1' },
      ...attested,
      { level: '1', confirmedLevel: '1' },
      { level: '2' },
      { level: '4' },
      { level: '1' },
    ]).skills
    expect(skills.map(({ number }) => number)).toEqual([
      2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18,
    ])
  })
})

describe('what a proof says of the person and the stay', () => {
  const stay = (startsOn: string, endsOn: string, hostCountry = 'ES') => ({
    ...(passportContent().stays[0] ?? { programme: '', kind: 'Fieldwork' as const }),
    hostCountry,
    startsOn: day(startsOn),
    endsOn: day(endsOn),
  })

  it.each([
    ['2026-03-02', '2026-05-29', 3],
    ['2026-02-01', '2026-02-28', 1],
    ['2026-02-01', '2026-02-27', 0],
    ['2026-01-10', '2026-02-20', 1],
    ['2025-09-01', '2026-08-31', 12],
  ])('is how many months it lasted: %s to %s, %i', (from, until, months) => {
    expect(told([], { stays: [stay(from, until)] }).stays).toEqual([
      { country: 'ES', from: from.slice(0, 7), months },
    ])
  })

  it('is the four newest stays of more, and no country that has no code', () => {
    const stays = ['06', '05', '04', '03', '02'].map((month) => stay(`2026-${month}-01`, `2026-${month}-28`))
    expect(told([], { stays }).stays.map(({ from }) => from)).toEqual([
      '2026-06',
      '2026-05',
      '2026-04',
      '2026-03',
    ])
    expect(told([], { stays: [stay('2026-03-01', '2026-03-31', 'Écosse')] }).stays).toEqual([])
  })

  it('is the name, and of a very long one as much as there is room for', () => {
    expect(told([]).name).toBe('Inès Benali')
    const long = told([], { holderName: 'Ελευθερία Παπαδοπούλου-Χατζηγεωργίου του Κωνσταντίνου' }).name
    expect(long).toMatch(/^Ελευθερία Παπαδοπούλου-.*…$/)
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(64)
  })

  it('is the month of issue', () => {
    expect(told([]).issued).toBe('2026-07')
  })
})
