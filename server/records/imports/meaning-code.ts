import { findCompetence } from '../../issuer/achievements/index.ts'
import { VOICES } from '../assessments/index.ts'
import { FIELD_NAMES } from './fields.ts'
import type { ColumnMeaning } from './recognise-columns.ts'

/**
 * A column's meaning as a form field and the memory of former imports write it: `field:birthDate`,
 * `level:attested:EQUIPE`, `ignored`. Undefined for what says nothing.
 */
export function meaningCode(meaning: ColumnMeaning): string {
  switch (meaning.kind) {
    case 'field':
      return `field:${meaning.field}`
    case 'level':
      return `level:${meaning.voice}:${meaning.competence}`
    case 'ignored':
    case 'unknown':
      return 'ignored'
  }
}

/** Reads {@link meaningCode} back; undefined for what is no meaning, or names a competence that is not there. */
export function readMeaning(code: string): ColumnMeaning | undefined {
  if (code === 'ignored') return { kind: 'ignored' }
  const [kind, name = '', competence = ''] = code.split(':')
  const field = FIELD_NAMES.find((known) => known === name)
  if (kind === 'field' && field !== undefined) return { kind: 'field', field }
  const voice = VOICES.find((known) => known === name)
  if (kind === 'level' && voice !== undefined && findCompetence(competence) !== undefined)
    return { kind: 'level', voice, competence }
  return undefined
}
