import { findCompetence, parseLevel, type Competence } from '../../issuer/achievements/index.ts'
import type { AssessedLevel, Voice } from '../assessments/index.ts'
import type { MobilityInput } from '../mobilities/index.ts'
import { OBSERVATION_MAX, type Attendance } from '../training-sessions/index.ts'
import { cellProblem, type ImportProblem } from './problem.ts'
import { isBlank, readAttendance } from './read-cells.ts'
import { readPerson, type Person, type PersonContext } from './read-person.ts'
import { readStay } from './read-stay.ts'
import type { Column } from './recognise-columns.ts'
import { openRow, type RowCells } from './row-cells.ts'
import type { TableRow } from './table.ts'

export interface ReadLevel {
  readonly competence: string
  readonly voice: Voice
  readonly level: AssessedLevel
  readonly column: Column
}

/** What one row says, before anything is compared with what is known. */
export interface ReadRow {
  readonly number: number
  readonly person: Person | undefined
  /** Structure as written; undefined when the row leaves it to the session's own. */
  readonly structureName: string | undefined
  readonly stay: MobilityInput | undefined
  readonly attendance: Attendance | undefined
  readonly observation: string | undefined
  readonly levels: readonly ReadLevel[]
  readonly problems: readonly ImportProblem[]
}

/** Reads every cell of a row; all its problems come out together, not only the first. */
export function readRow(row: TableRow, columns: readonly Column[], context: PersonContext): ReadRow {
  const cells = openRow(row, columns)
  const person = readPerson(cells, context)
  const structureName = cells.line('organisation', 200)
  const stay = readStay(cells)
  if (stay !== undefined && person?.birthDate !== undefined && stay.startsOn < person.birthDate) {
    cells.problem('startsOn', 'imports.cellStayBeforeBirth', { value: cells.line('startsOn') ?? '' })
  }
  const attendance = readAttendanceCell(cells)
  const observation = cells.paragraph('observation', OBSERVATION_MAX)
  const { levels, problems } = readLevels(row, columns)
  return {
    number: row.number,
    person,
    structureName,
    stay,
    attendance,
    observation,
    levels,
    problems: [...cells.problems, ...problems],
  }
}

function readAttendanceCell(cells: RowCells): Attendance | undefined {
  const value = cells.line('attendance')
  if (value === undefined) return undefined
  const attendance = readAttendance(value)
  if (attendance === undefined) cells.problem('attendance', 'imports.cellAttendance', { value })
  return attendance
}

function readLevels(
  row: TableRow,
  columns: readonly Column[],
): { levels: ReadLevel[]; problems: ImportProblem[] } {
  const levels: ReadLevel[] = []
  const problems: ImportProblem[] = []
  for (const column of columns) {
    if (column.meaning.kind !== 'level') continue
    const value = row.cells[column.index] ?? ''
    const competence = findCompetence(column.meaning.competence)
    if (isBlank(value) || competence === undefined) continue
    const level = readLevel(competence, value)
    if (level !== undefined) levels.push({ ...column.meaning, level, column })
    else problems.push(unknownLevel({ row: row.number, column }, competence, value))
  }
  return { levels, problems }
}

/** Excel shows « 3 » as « 3,0 » when somebody touched the column's format. A sign in front makes no level. */
function readLevel(competence: Competence, text: string): AssessedLevel | undefined {
  if (/^[-+−–]/u.test(text)) return undefined
  return parseLevel(competence, text) ?? parseLevel(competence, text.replace(/[.,]0+$/, ''))
}

function unknownLevel(
  place: { row: number; column: Column },
  competence: Competence,
  value: string,
): ImportProblem {
  const message = competence.kind === 'language' ? 'imports.cellCefrLevel' : 'imports.cellLevel'
  return cellProblem(place, message, { value })
}
