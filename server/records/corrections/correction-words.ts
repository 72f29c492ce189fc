import { findCompetence } from '../../issuer/achievements/index.ts'
import { levelWords, type Words } from '../assessments/index.ts'
import type { FieldCorrection } from './correction.ts'

export interface CorrectionWords {
  /** « Prénom », « Travailler en équipe », « Travailler en équipe : ce que vous avez vu ». */
  readonly label: string
  readonly before: string
  readonly after: string
}

/** One corrected value, in the reader's words: old and new. */
export function correctionWords(correction: FieldCorrection, words: Words): CorrectionWords {
  const { before, after } = correction
  const said = (text: string): string => (text === '' ? words.t('corrections.nothing') : text)
  const competence = correction.competence === undefined ? undefined : findCompetence(correction.competence)
  const short = competence?.label[words.locale] ?? correction.competence ?? ''
  switch (correction.field) {
    case 'level': {
      const level = (text: string): string =>
        text === '' || competence === undefined ? said(text) : levelWords(competence, text, words)
      return { label: short, before: level(before), after: level(after) }
    }
    case 'note':
      return {
        label: words.t('corrections.noteOn', { competence: short }),
        before: said(before),
        after: said(after),
      }
    default:
      return { label: words.t(`corrections.${correction.field}`), before: said(before), after: said(after) }
  }
}
