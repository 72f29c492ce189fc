import type { Competence, LevelCode } from '../../issuer/achievements/index.ts'
import type { Enrolment } from '../training-sessions/index.ts'
import { attestable } from './assessment.ts'
import type { Grid, GridCell, GridRow } from './read-grid.ts'
import { waitsForTrainer } from './waits-for-trainer.ts'

/** One level that will be signed. */
export interface PlannedCompetence {
  readonly cell: GridCell
  readonly level: LevelCode
}

/** What signing the session gives one young person, and what stays with them. */
export interface PlannedPerson {
  readonly enrolment: Enrolment
  readonly competences: readonly PlannedCompetence[]
  /** The stay itself is attested: a return session, and the stay is over. */
  readonly mobility: boolean
  readonly attendance: boolean
  /** « Pas encore » according to the trainer: never in any credential. */
  readonly notYet: readonly Competence[]
  /** The trainer said nothing. */
  readonly open: readonly Competence[]
  /** How many credentials, the passport not counted. */
  readonly credentials: number
  readonly nothingBecause: 'absent' | 'nothing-attested' | undefined
}

export interface SigningPlan {
  readonly people: readonly PlannedPerson[]
  /** Credentials in all, passports not counted. */
  readonly credentials: number
  /** Youths who leave with a passport. */
  readonly recipients: number
}

/**
 * What signing would do, without doing it. Somebody absent gets nothing, even where levels were noted; a session
 * before the departure attests no stay, and nobody's stay is attested who was neither present nor assessed.
 */
export function planSigning(grid: Grid, now: Date): SigningPlan {
  const people = grid.rows.map((row) => planPerson(grid, row, now))
  return {
    people,
    credentials: people.reduce((sum, person) => sum + person.credentials, 0),
    recipients: people.filter((person) => person.credentials > 0).length,
  }
}

function planPerson({ session }: Grid, { enrolment, cells }: GridRow, now: Date): PlannedPerson {
  const absent = enrolment.attendance === 'absent'
  const levels = cells.flatMap((cell): PlannedCompetence[] => {
    const level = attestable(cell.attested?.level)
    return level === undefined ? [] : [{ cell, level }]
  })
  const competences = absent ? [] : levels
  const stay = enrolment.mobility
  const met = !absent && (enrolment.attendance === 'present' || levels.length > 0)
  const mobility = met && session.kind === 'return' && stay !== undefined && hasCome(stay.endsOn, now)
  const attendance = enrolment.attendance === 'present' && hasCome(session.startsOn, now)
  const credentials = competences.length + (mobility ? 1 : 0) + (attendance ? 1 : 0)
  return {
    enrolment,
    competences,
    mobility,
    attendance,
    notYet: cells.flatMap((cell) => (cell.attested?.level === 'not-yet' ? [cell.competence] : [])),
    open: cells.flatMap((cell) => (waitsForTrainer(cell) ? [cell.competence] : [])),
    credentials,
    nothingBecause: credentials > 0 ? undefined : absent ? 'absent' : 'nothing-attested',
  }
}

const HOURS_AHEAD_OF_UTC = 14

/** Whether the day has begun somewhere on earth: structures sign from La Réunion and Nouvelle-Calédonie too. */
function hasCome(day: string, now: Date): boolean {
  return Date.parse(day) <= now.getTime() + HOURS_AHEAD_OF_UTC * 3_600_000
}
