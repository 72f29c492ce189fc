import type { FieldProblem } from '../../kernel/errors.ts'
import type { MessageKey, Translate } from '../../platform/i18n/index.ts'
import type { Column } from './recognise-columns.ts'

/** Something to correct in a file, or to know about it. Errors stop the import; warnings do not. */
export interface ImportProblem {
  readonly severity: 'error' | 'warning'
  /** The spreadsheet's row number; undefined when the problem is the column's or the file's. */
  readonly row?: number
  readonly column?: Pick<Column, 'letter' | 'header'>
  readonly message: MessageKey
  readonly params: Readonly<Record<string, string | number>>
}

/** More problems than this are counted, not listed: nobody corrects a thousand cells one by one. */
export const MAX_LISTED_PROBLEMS = 200

const LONGEST_VALUE_SHOWN = 60

/** A problem of one cell, whose sentence names row, column and value. */
export function cellProblem(
  place: { row: number; column: Pick<Column, 'letter' | 'header'> },
  message: MessageKey,
  params: Readonly<Record<string, string | number>> & { readonly value?: string } = {},
  severity: ImportProblem['severity'] = 'error',
): ImportProblem {
  const { letter, header } = place.column
  return {
    severity,
    row: place.row,
    column: { letter, header },
    message,
    params: {
      ...params,
      ...(params.value === undefined ? {} : { value: shorten(params.value) }),
      row: String(place.row),
      column: columnName(place.column),
    },
  }
}

/** A problem of a whole row. */
export function rowProblem(
  row: number,
  message: MessageKey,
  params: Readonly<Record<string, string | number>> = {},
  severity: ImportProblem['severity'] = 'error',
): ImportProblem {
  return { severity, row, message, params: { ...params, row: String(row) } }
}

/** A problem of a whole column. */
export function columnProblem(
  column: Column,
  message: MessageKey,
  params: Readonly<Record<string, string | number>> = {},
  severity: ImportProblem['severity'] = 'error',
): ImportProblem {
  const { letter, header } = column
  return { severity, column: { letter, header }, message, params: { ...params, column: columnName(column) } }
}

/** « F (Début) »: the letter the spreadsheet shows, then the title as written. */
export function columnName(column: Pick<Column, 'letter' | 'header'>): string {
  return column.header === '' ? column.letter : `${column.letter} (${shorten(column.header)})`
}

/** The problem as one sentence that names its row and column. */
export function describeProblem(t: Translate, problem: ImportProblem): string {
  return t(problem.message, problem.params)
}

/** The problem as the error handler and the API show it; the field is the cell's reference (`F12`). */
export function toFieldProblem(problem: ImportProblem): FieldProblem {
  const field = `${problem.column?.letter ?? ''}${problem.row === undefined ? '' : String(problem.row)}`
  return { field: field === '' ? 'file' : field, message: problem.message, params: problem.params }
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ')
  return line.length > LONGEST_VALUE_SHOWN ? `${line.slice(0, LONGEST_VALUE_SHOWN - 1)}…` : line
}
