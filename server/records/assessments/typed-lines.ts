import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import { readLevelLine, writeLevelLine } from '../../kernel/level-line.ts'
import type { Grid, GridRow } from './read-grid.ts'
import type { TypedSheet } from './save-sheets.ts'
import { keepTyped, sheetOf, type Sheet } from './sheet.ts'

/** A row of the paper grid as it is typed: `<enrolment>.line`, and the observation beside it. */
export const LINE = 'line'

export const columnsOf = (grid: Pick<Grid, 'competences'>) =>
  grid.competences.map(({ levels }) => ({ levels: levels.map(({ code }) => code as string) }))

/** The line that says what the sheet says; empty while nothing is said. */
export function lineOf(grid: Pick<Grid, 'competences'>, sheet: Sheet): string {
  const levels = grid.competences.map(({ code }) => sheet[`attested:${code}`] ?? '')
  return levels.every((level) => level === '') ? '' : writeLevelLine(levels)
}

/**
 * Lines as the fields they speak of. A line left empty changes nothing: an empty row of the paper is no statement.
 * @throws AppError `not-found` for a row of another session, `invalid-input` with one problem a row, which names the
 * column and what was typed there
 */
export function readTypedLines(grid: Grid, sheets: readonly TypedSheet[]): TypedSheet[] {
  const problems: FieldProblem[] = []
  const read = sheets.map((sheet) => {
    const row = grid.rows.find(({ enrolment }) => enrolment.id === sheet.enrolmentId)
    if (row === undefined) throw new AppError('not-found')
    const { [LINE]: line = '', ...others } = sheet.typed
    const levels = levelsOf(grid, row, line)
    if (!Array.isArray(levels)) problems.push(levels)
    return { ...sheet, typed: { ...others, ...(Array.isArray(levels) ? Object.fromEntries(levels) : {}) } }
  })
  if (problems.length > 0) throw new AppError('invalid-input', {}, problems)
  return read
}

function levelsOf(grid: Grid, row: GridRow, line: string): [string, string][] | FieldProblem {
  if (line.trim() === '') return []
  const { competences } = grid
  const { marks } = readLevelLine(line, columnsOf(grid))
  const field = `${row.enrolment.id}.${LINE}`
  const number = grid.rows.indexOf(row) + 1
  const wrong = marks.findIndex((mark) => 'wrong' in mark)
  const mark = marks[wrong]
  const competence = competences[wrong]
  if (mark !== undefined && 'wrong' in mark && competence !== undefined)
    return {
      field,
      message: 'grid.wrongMark',
      params: { number, column: wrong + 1, competence: competence.code, mark: mark.wrong },
    }
  if (marks.length !== competences.length)
    return {
      field,
      message: 'grid.wrongCount',
      params: { number, typed: marks.length, count: competences.length },
    }
  return marks.map((one, index) => [
    `attested:${competences[index]?.code ?? ''}`,
    'level' in one ? one.level : '',
  ])
}

/** What the fields of a row show: stored, or as typed where the form was refused. */
export function shownLine(grid: Grid, row: GridRow, typed: TypedSheet | undefined) {
  const current = sheetOf(row)
  const line = typed?.typed[LINE] ?? lineOf(grid, current)
  const observation = typed
    ? keepTyped(current, { observation: typed.typed['observation'] ?? '' }, typed.shown)
    : current
  return { line, observation: observation['observation'] ?? '' }
}
