import { isMinor } from '../../access/guardianship/index.ts'
import type { IsoDate } from '../../kernel/clock.ts'
import { MAX_NAME_LENGTH, nameLength, type LearnerInput } from '../learners/index.ts'
import { splitFullName, readEmail, type NameReading } from './read-cells.ts'
import { readDate } from './read-date.ts'
import type { FieldName } from './fields.ts'
import type { RowCells } from './row-cells.ts'

/** Ages, in years on the session's day: outside `min`–`max` a birth date is a slip, outside the usual ones it is said. */
export interface AgeBounds {
  readonly min: number
  readonly max: number
  readonly usualMin: number
  readonly usualMax: number
}

export const DEFAULT_AGE_BOUNDS: AgeBounds = { min: 10, max: 40, usualMin: 16, usualMax: 30 }

export type Person = Omit<LearnerInput, 'organisationId'>

export interface PersonContext {
  readonly today: IsoDate
  readonly sessionDay: IsoDate
  readonly ages: AgeBounds
}

/** Names, birth date and address of one row; undefined when the row does not say who it is about. */
export function readPerson(cells: RowCells, context: PersonContext): Person | undefined {
  const names = readNames(cells)
  const birthDate = readBirthDate(cells, context)
  const written = cells.line('email', 320)
  const email = written === undefined ? undefined : readEmail(written)
  if (written !== undefined && email === undefined)
    cells.problem('email', 'imports.cellEmail', { value: written })
  return names && { ...names, birthDate, email }
}

function readNames(cells: RowCells): NameReading | undefined {
  const familyName = cells.line('familyName', 1_000)
  const givenName = cells.line('givenName', 1_000)
  const fullName = cells.line('fullName', 1_000)
  if (familyName !== undefined && givenName !== undefined) {
    const short = [checkLength(cells, 'familyName', familyName), checkLength(cells, 'givenName', givenName)]
    return short.includes(false) ? undefined : { familyName, givenName }
  }
  if (fullName !== undefined) {
    const names = splitFullName(fullName)
    if (names === undefined) cells.problem('fullName', 'imports.cellNamesNotSplit', { value: fullName })
    else if (
      checkLength(cells, 'fullName', names.familyName) &&
      checkLength(cells, 'fullName', names.givenName)
    )
      return names
    return undefined
  }
  const missing = familyName === undefined && givenName === undefined ? 'imports.rowWithoutName' : undefined
  if (missing !== undefined) cells.problem('familyName', missing)
  else if (familyName === undefined) cells.problem('familyName', 'imports.rowWithoutFamilyName')
  else cells.problem('givenName', 'imports.rowWithoutGivenName')
  return undefined
}

function checkLength(cells: RowCells, field: FieldName, name: string): boolean {
  const length = nameLength(name)
  if (length > MAX_NAME_LENGTH) cells.problem(field, 'imports.cellTooLong', { length, max: MAX_NAME_LENGTH })
  return length <= MAX_NAME_LENGTH
}

function readBirthDate(cells: RowCells, { today, sessionDay, ages }: PersonContext): IsoDate | undefined {
  const date = readDateCell(cells, 'birthDate')
  if (date === undefined) return undefined
  const value = cells.line('birthDate') ?? ''
  if (date > today) {
    cells.problem('birthDate', 'imports.cellBirthInFuture', { value })
    return undefined
  }
  const age = ageOn(date, sessionDay)
  if (age < ages.min || age > ages.max) {
    cells.problem('birthDate', 'imports.cellAge', {
      value,
      age: Math.max(0, age),
      min: ages.min,
      max: ages.max,
    })
    return undefined
  }
  if (age < ages.usualMin || age > ages.usualMax) {
    const params = { value, age, min: ages.usualMin, max: ages.usualMax }
    cells.problem('birthDate', 'imports.cellUnusualAge', params, 'warning')
  }
  if (isMinor(date, new Date(`${today}T12:00:00Z`)))
    cells.problem('birthDate', 'imports.cellMinor', { value }, 'warning')
  return date
}

/** Full years between a birth and a day. */
export function ageOn(birth: IsoDate, day: IsoDate): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4))
  return day.slice(5) < birth.slice(5) ? years - 1 : years
}

const DATE_PROBLEMS = {
  impossible: 'imports.cellDateImpossible',
  'two-digit-year': 'imports.cellDateTwoDigits',
  'excel-number': 'imports.cellDateIsNumber',
  'month-first': 'imports.cellDateMonthFirst',
  unreadable: 'imports.cellDateUnreadable',
} as const

/** The day written in the field's cell; a problem, and undefined, when it is no day. */
export function readDateCell(cells: RowCells, field: FieldName): IsoDate | undefined {
  const value = cells.line(field)
  if (value === undefined) return undefined
  const reading = readDate(value)
  if (reading.ok) return reading.date
  cells.problem(field, DATE_PROBLEMS[reading.reason], { value })
  return undefined
}
