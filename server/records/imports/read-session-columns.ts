import type { IsoDate } from '../../kernel/clock.ts'
import type { FieldName } from './fields.ts'
import { columnProblem, type ImportProblem } from './problem.ts'
import { isBlank } from './read-cells.ts'
import { readDateCell } from './read-person.ts'
import type { Column } from './recognise-columns.ts'
import { openRow } from './row-cells.ts'
import type { Table } from './table.ts'

export interface ToldSession {
  readonly title?: string
  readonly place?: string
  readonly startsOn?: IsoDate
  readonly endsOn?: IsoDate
  readonly problems: readonly ImportProblem[]
}

/** What the file's own columns say of the session: one value for the whole file. */
export function readSessionColumns(table: Table, columns: readonly Column[]): ToldSession {
  const problems: ImportProblem[] = []
  const one = (field: FieldName): { text: string; row: number } | undefined => {
    const column = columns.find(({ meaning }) => meaning.kind === 'field' && meaning.field === field)
    const [value, other] = mostFrequent(filledCells(table, columns, field))
    if (column === undefined || value === undefined) return undefined
    if (other !== undefined)
      problems.push(columnProblem(column, 'imports.columnManySessions', { value, other }))
    const row = table.rows.find(({ cells }) => cells[column.index] === value)
    return row && { text: value, row: row.number }
  }
  const day = (field: FieldName): IsoDate | undefined => {
    const found = one(field)
    const row = table.rows.find(({ number }) => number === found?.row)
    if (row === undefined) return undefined
    const cells = openRow(row, columns)
    const date = readDateCell(cells, field)
    problems.push(...cells.problems)
    return date
  }
  const [title, place, startsOn, endsOn] = [
    one('sessionTitle'),
    one('sessionPlace'),
    day('sessionDate'),
    day('sessionEnd'),
  ]
  return {
    problems,
    ...(title === undefined ? {} : { title: title.text.slice(0, 200) }),
    ...(place === undefined ? {} : { place: place.text.slice(0, 200) }),
    ...(startsOn === undefined ? {} : { startsOn }),
    ...(endsOn === undefined ? {} : { endsOn }),
  }
}

/** What a field's cells say, blank ones left out. */
export function filledCells(table: Table, columns: readonly Column[], field: FieldName): string[] {
  const column = columns.find(({ meaning }) => meaning.kind === 'field' && meaning.field === field)
  return column === undefined
    ? []
    : table.rows.map(({ cells }) => cells[column.index] ?? '').filter((cell) => !isBlank(cell))
}

/** Different values, most frequent first. */
export function mostFrequent(values: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, left], [, right]) => right - left).map(([value]) => value)
}
