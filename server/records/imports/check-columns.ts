import { findCompetence } from '../../issuer/achievements/index.ts'
import type { Locale } from '../../kernel/locale.ts'
import { columnName, columnProblem, type ImportProblem } from './problem.ts'
import { recogniseColumns, type Column } from './recognise-columns.ts'
import type { Table } from './table.ts'
import { looksLikeLevels, nearCompetences } from './unknown-columns.ts'

export interface CheckedColumns {
  readonly columns: readonly Column[]
  readonly ignored: readonly Column[]
  /** Codes of the competences that have a column, in the file's order. */
  readonly competences: readonly string[]
  readonly problems: readonly ImportProblem[]
}

/**
 * What the columns mean together: two that say the same thing, and levels under a title we cannot read, are
 * problems; any other column we do not know is left aside and named.
 */
export function checkColumns(table: Table, locale: Locale): CheckedColumns {
  const columns = recogniseColumns(table)
  const cellsOf = (column: Column): string[] => table.rows.map(({ cells }) => cells[column.index] ?? '')
  const unknown = columns.filter(({ meaning }) => meaning.kind === 'unknown')
  const lost = unknown.filter((column) => looksLikeLevels(cellsOf(column)))
  const ignored = columns.filter(
    (column) =>
      (column.meaning.kind === 'ignored' && cellsOf(column).some((cell) => cell !== '')) ||
      (column.meaning.kind === 'unknown' && !lost.includes(column)),
  )
  const competences = columns.flatMap(({ meaning }) => (meaning.kind === 'level' ? [meaning.competence] : []))
  return {
    columns,
    ignored,
    competences: [...new Set(competences)],
    problems: [...lost.map((column) => unknownCompetence(column, locale)), ...sameMeaning(columns, locale)],
  }
}

function unknownCompetence(column: Column, locale: Locale): ImportProblem {
  const near = nearCompetences(column.header, locale)
  return near.length === 0
    ? columnProblem(column, 'imports.columnUnknownCompetence')
    : columnProblem(column, 'imports.columnUnknownCompetenceNear', {
        near: near.map((label) => `« ${label} »`).join(', '),
      })
}

function sameMeaning(columns: readonly Column[], locale: Locale): ImportProblem[] {
  const first = new Map<string, Column>()
  return columns.flatMap((column) => {
    const { meaning } = column
    if (meaning.kind !== 'field' && meaning.kind !== 'level') return []
    const key = meaning.kind === 'field' ? meaning.field : `${meaning.competence} ${meaning.voice}`
    const earlier = first.get(key)
    if (earlier === undefined) {
      first.set(key, column)
      return []
    }
    const competence =
      meaning.kind === 'level' ? findCompetence(meaning.competence)?.label[locale] : undefined
    const params = { other: columnName(earlier), ...(competence === undefined ? {} : { competence }) }
    return [
      columnProblem(
        column,
        competence === undefined ? 'imports.columnTwice' : 'imports.columnTwiceCompetence',
        params,
      ),
    ]
  })
}
