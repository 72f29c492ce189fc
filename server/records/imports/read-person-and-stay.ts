import type { IsoDate } from '../../kernel/clock.ts'
import { normaliseName } from '../learners/index.ts'
import type { MobilityInput } from '../mobilities/index.ts'
import { DEFAULT_AGE_BOUNDS, readPerson, type Person } from './read-person.ts'
import { readStay } from './read-stay.ts'
import type { RowCells } from './row-cells.ts'
import type { MessageKey } from '../../platform/i18n/index.ts'

/** A row of any list, as far as reading a person needs it. */
export interface PersonRow {
  readonly number: number
  value(field: string): string | undefined
  problem(field: string, message: MessageKey, params?: Readonly<Record<string, string | number>>): void
}

/** Who a row is about and which stay it tells, read by the same rules as a session's spreadsheet. */
export function readPersonAndStay(
  row: PersonRow,
  today: IsoDate,
): { readonly person: Person | undefined; readonly stay: MobilityInput | undefined } {
  const wrong: string[] = []
  const cells: RowCells = {
    row: row.number,
    problems: [],
    line: (field, maxLength = 200) => {
      const text = normaliseName(row.value(field) ?? '')
      if (text.length <= maxLength) return text === '' ? undefined : text
      cells.problem(field, 'imports.cellTooLong', { length: text.length, max: maxLength })
      return undefined
    },
    paragraph: (field, maxLength) => cells.line(field, maxLength),
    problem: (field, message, params = {}, severity = 'error') => {
      // an unusual age is worth a word in a session, not in a register
      if (severity !== 'error') return
      wrong.push(message)
      row.problem(field, message, params)
    },
  }
  const person = readPerson(cells, { today, sessionDay: today, ages: DEFAULT_AGE_BOUNDS })
  const stay = readStay(cells)
  return wrong.length > 0 ? { person: undefined, stay: undefined } : { person, stay }
}
