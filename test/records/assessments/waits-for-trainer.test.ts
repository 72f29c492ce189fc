import { describe, expect, it } from 'vitest'
import { findCompetence } from '../../../server/issuer/achievements/index.ts'
import type { Assessment } from '../../../server/records/assessments/index.ts'
import type { GridCell } from '../../../server/records/assessments/index.ts'
import { waitsForTrainer } from '../../../server/records/assessments/waits-for-trainer.ts'

const said = { level: '2' } as Assessment
const spoken = { level: 'B1' } as Assessment

function cell(
  code: string,
  voices: Partial<Pick<GridCell, 'declared' | 'attested' | 'confirmed'>> = {},
): GridCell {
  const competence = findCompetence(code)
  if (competence === undefined) throw new Error(`no competence ${code}`)
  return { competence, ...voices }
}

describe('a cell waits for the trainer', () => {
  it('when it is a competence of the session without a level', () => {
    expect(waitsForTrainer(cell('EQUIPE'))).toBe(true)
    expect(waitsForTrainer(cell('EQUIPE', { declared: said }))).toBe(true)
    expect(waitsForTrainer(cell('EQUIPE', { attested: said }))).toBe(false)
  })

  it('when it is a language only if somebody spoke of it', () => {
    expect(waitsForTrainer(cell('LANG-DE'))).toBe(false)
    expect(waitsForTrainer(cell('LANG-DE', { declared: spoken }))).toBe(true)
    expect(waitsForTrainer(cell('LANG-DE', { confirmed: spoken }))).toBe(true)
    expect(waitsForTrainer(cell('LANG-DE', { declared: spoken, attested: spoken }))).toBe(false)
  })
})
