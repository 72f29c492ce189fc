import {
  levelOf,
  parseSheetField,
  type AssessmentChange,
  type GridRow,
  type Sheet,
} from '../assessments/index.ts'
import type { Names } from '../learners/index.ts'
import type { FieldCorrection } from './correction.ts'

/** A row as it will be, with what makes the difference. */
export interface CorrectedRow {
  readonly before: GridRow
  readonly after: GridRow
  readonly corrections: readonly FieldCorrection[]
  readonly names: Names | undefined
  readonly observation: string | undefined
  readonly cells: readonly AssessmentChange[]
}

/** Applies the changed fields of a sheet to a row; `by` is who attests what changes. The values are checked before. */
export function applySheet(
  row: GridRow,
  current: Sheet,
  changes: Sheet,
  by: { readonly name: string; readonly at: string },
): CorrectedRow {
  const { learner } = row.enrolment
  const names: Names = {
    givenName: changes['givenName'] ?? learner.givenName,
    familyName: changes['familyName'] ?? learner.familyName,
  }
  const renamed = changes['givenName'] !== undefined || changes['familyName'] !== undefined
  const observation = changes['observation']
  return {
    before: row,
    after: {
      enrolment: {
        ...row.enrolment,
        learner: { ...learner, ...names },
        observation: observation === undefined ? row.enrolment.observation : blankAsNone(observation),
      },
      cells: row.cells.map((cell) => changedCell(row, cell, changes, by)),
    },
    corrections: Object.entries(changes).map(([field, after]) =>
      correctionOf(field, current[field] ?? '', after),
    ),
    names: renamed ? names : undefined,
    observation,
    cells: cellChanges(row, changes),
  }
}

const blankAsNone = (text: string): string | undefined => (text === '' ? undefined : text)

function changedCell(
  { enrolment }: GridRow,
  cell: GridRow['cells'][number],
  changes: Sheet,
  by: { readonly name: string; readonly at: string },
): GridRow['cells'][number] {
  const { code } = cell.competence
  const level = changes[`attested:${code}`]
  const note = changes[`note:${code}`]
  if (level === undefined && note === undefined) return cell
  const attested = {
    enrolmentId: enrolment.id,
    competence: code,
    voice: 'attested' as const,
    level: level === undefined ? cell.attested?.level : levelOf(cell.competence, level),
    observation: note === undefined ? cell.attested?.observation : blankAsNone(note),
    authorName: by.name,
    updatedAt: by.at,
  }
  return { ...cell, attested }
}

function cellChanges({ enrolment, cells }: GridRow, changes: Sheet): AssessmentChange[] {
  return cells.flatMap(({ competence: { code } }): AssessmentChange[] => {
    const level = changes[`attested:${code}`]
    const note = changes[`note:${code}`]
    if (level === undefined && note === undefined) return []
    return [
      {
        enrolmentId: enrolment.id,
        competence: code,
        voice: 'attested',
        ...(level === undefined ? {} : { level: level === '' ? null : level }),
        ...(note === undefined ? {} : { observation: note === '' ? null : note }),
      },
    ]
  })
}

function correctionOf(name: string, before: string, after: string): FieldCorrection {
  if (name === 'givenName' || name === 'familyName' || name === 'observation')
    return { field: name, before, after }
  const known = parseSheetField(name)
  if (known?.name === 'note') return { field: 'note', competence: known.competence, before, after }
  if (known?.name === 'level') return { field: 'level', competence: known.competence, before, after }
  throw new Error('a field that nobody can correct')
}
