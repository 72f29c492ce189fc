import type { MessageKey } from '../../platform/i18n/index.ts'
import { normaliseName } from '../learners/index.ts'
import type { FieldName } from './fields.ts'
import { cellProblem, rowProblem, type ImportProblem } from './problem.ts'
import { isBlank } from './read-cells.ts'
import type { Column } from './recognise-columns.ts'
import type { TableRow } from './table.ts'

type Params = Readonly<Record<string, string | number>> & { readonly value?: string }

/** The cells of one row by what they mean, and the problems found while reading them. */
export interface RowCells {
  readonly row: number
  readonly problems: ImportProblem[]
  /** The cell as one clean line; undefined when it says nothing or there is no such column. */
  line(field: FieldName, maxLength?: number): string | undefined
  /** The cell with its line breaks. */
  paragraph(field: FieldName, maxLength: number): string | undefined
  /** Adds a problem of the field's cell, or of the row when there is no such column. */
  problem(field: FieldName, message: MessageKey, params?: Params, severity?: ImportProblem['severity']): void
}

/** Opens one row for reading. */
export function openRow(row: TableRow, columns: readonly Column[]): RowCells {
  const problems: ImportProblem[] = []
  const columnOf = (field: FieldName): Column | undefined =>
    columns.find(({ meaning }) => meaning.kind === 'field' && meaning.field === field)
  const raw = (field: FieldName): string => row.cells[columnOf(field)?.index ?? -1] ?? ''
  const addProblem: RowCells['problem'] = (field, message, params = {}, severity = 'error') => {
    const column = columnOf(field)
    problems.push(
      column === undefined
        ? rowProblem(row.number, message, { ...params, column: '' }, severity)
        : cellProblem({ row: row.number, column }, message, params, severity),
    )
  }
  const checked = (field: FieldName, text: string, maxLength: number): string | undefined => {
    if (isBlank(text)) return undefined
    if (text.length <= maxLength) return text
    addProblem(field, 'imports.cellTooLong', { length: text.length, max: maxLength })
    return undefined
  }
  return {
    row: row.number,
    problems,
    line: (field, maxLength = 200) => checked(field, normaliseName(raw(field)), maxLength),
    paragraph: (field, maxLength) => checked(field, cleanParagraph(raw(field)), maxLength),
    problem: addProblem,
  }
}

function cleanParagraph(text: string): string {
  return text
    .split('\n')
    .map(normaliseName)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** A cell of any list as one clean line, as a name is kept. */
export const oneLine = (text: string): string => normaliseName(text)
