import {
  recogniseCountry,
  recogniseProgramme,
  stayLengthInDays,
  type MobilityInput,
} from '../mobilities/index.ts'
import { readDateCell } from './read-person.ts'
import type { RowCells } from './row-cells.ts'

/** Longer than any programme we know (a VSI lasts two years): probably a slip in a year. */
const LONG_STAY_IN_DAYS = 800

/**
 * The stay one row tells. A row without country and dates has no stay (a departure session often does not know them
 * yet); a row with some of them must have them all, and each that is missing is a problem.
 */
export function readStay(cells: RowCells): MobilityInput | undefined {
  const before = cells.problems.length
  const startsOn = readDateCell(cells, 'startsOn')
  const endsOn = readDateCell(cells, 'endsOn')
  const hostCountry = readCountry(cells)
  const details = readDetails(cells)
  if (cells.problems.slice(before).some(({ severity }) => severity === 'error')) return undefined
  if (startsOn === undefined && endsOn === undefined && hostCountry === undefined) {
    const told = details.hostName ?? details.hostTown ?? details.programme ?? details.activity
    if (told !== undefined)
      cells.problem('hostCountry', 'imports.rowStayNotRecorded', { value: told }, 'warning')
    return undefined
  }
  if (startsOn === undefined) cells.problem('startsOn', 'imports.rowWithoutStart')
  if (endsOn === undefined) cells.problem('endsOn', 'imports.rowWithoutEnd')
  if (hostCountry === undefined) cells.problem('hostCountry', 'imports.rowWithoutCountry')
  if (startsOn === undefined || endsOn === undefined || hostCountry === undefined) return undefined
  if (endsOn < startsOn) {
    const params = { value: cells.line('endsOn') ?? '', start: cells.line('startsOn') ?? '' }
    cells.problem('endsOn', 'imports.cellEndBeforeStart', params)
    return undefined
  }
  if (stayLengthInDays({ startsOn, endsOn }) > LONG_STAY_IN_DAYS) {
    cells.problem('endsOn', 'imports.cellLongStay', { value: cells.line('endsOn') ?? '' }, 'warning')
  }
  return { ...details, startsOn, endsOn, hostCountry }
}

function readCountry(cells: RowCells): string | undefined {
  const value = cells.line('hostCountry')
  if (value === undefined) return undefined
  const country = recogniseCountry(value)
  if (country === undefined) cells.problem('hostCountry', 'imports.cellCountry', { value })
  return country
}

function readDetails(cells: RowCells): Omit<MobilityInput, 'startsOn' | 'endsOn' | 'hostCountry'> {
  const written = cells.line('programme', 120)
  const programme = written === undefined ? undefined : recogniseProgramme(written)
  if (written !== undefined && programme === undefined) {
    cells.problem('programme', 'imports.cellProgrammeAsWritten', { value: written }, 'warning')
  }
  return {
    programme: programme?.code ?? written,
    activity: cells.line('activity', 200),
    hostName: cells.line('hostName', 150),
    hostTown: cells.line('hostTown', 100),
    departureObjectives: cells.paragraph('objectives', 1_000),
    returnSummary: cells.paragraph('summary', 1_000),
  }
}
