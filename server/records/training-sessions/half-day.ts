import { parseIsoDate, type IsoDate } from '../../kernel/clock.ts'
import type { Attendance } from './enrolment.ts'
import type { TrainingSession } from './training-session.ts'

export const HALVES = ['am', 'pm'] as const
export type Half = (typeof HALVES)[number]

/** A morning or an afternoon of the session: `2026-07-03-am`. */
export type HalfDay = string & { readonly __halfDay: never }

/** What is said of one person on one half-day; nothing at all until somebody says it. */
export const MARKS = ['present', 'late', 'absent', 'excused'] as const
export type MarkCode = (typeof MARKS)[number]

export interface Mark {
  readonly mark: MarkCode
  /** `HH:MM` on the clock of the room, for somebody late when it was noted. */
  readonly arrivedAt: string | undefined
}

/** How many of the session's half-days somebody was there. */
export interface HalfDayTally {
  readonly attended: number
  /** Half-days of which something was said. */
  readonly marked: number
  readonly of: number
}

/** A session of several weeks has no attendance by half-day beyond its first month. */
const MOST_DAYS = 31
const DAY_MS = 86_400_000

type Days = Pick<TrainingSession, 'startsOn' | 'endsOn'>

/** The days from the first to the last, at most {@link MOST_DAYS}. */
export function daysOfSession({ startsOn, endsOn }: Days): IsoDate[] {
  const count = Math.min(MOST_DAYS, Math.round((Date.parse(endsOn) - Date.parse(startsOn)) / DAY_MS) + 1)
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    new Date(Date.parse(startsOn) + index * DAY_MS).toISOString().slice(0, 10),
  ).flatMap((day) => parseIsoDate(day) ?? [])
}

export const halfDayOf = (day: IsoDate, half: Half): HalfDay => `${day}-${half}` as HalfDay

/** Every morning and afternoon of the session's days. */
export const everyHalfDay = (session: Days): HalfDay[] =>
  daysOfSession(session).flatMap((day) => HALVES.map((half) => halfDayOf(day, half)))

/** The half-days that take place, in their order: those that were chosen, else every one. */
export function halfDaysOf(session: Days & Pick<TrainingSession, 'halfDays'>): HalfDay[] {
  const { halfDays } = session
  const every = everyHalfDay(session)
  if (halfDays === undefined) return every
  const chosen = every.filter((halfDay) => halfDays.includes(halfDay))
  // dates that were moved away from everything chosen: nobody meant « never »
  return chosen.length === 0 ? every : chosen
}

/** Reads `2026-07-03-am`; undefined when it is no half-day. */
export function parseHalfDay(text: string): { readonly day: IsoDate; readonly half: Half } | undefined {
  const day = parseIsoDate(text.slice(0, 10))
  const half = HALVES.find((known) => text.slice(10) === `-${known}`)
  return day === undefined || half === undefined ? undefined : { day, half }
}

export const wasThere = ({ mark }: Pick<Mark, 'mark'>): boolean => mark === 'present' || mark === 'late'

/** What was said, counted over the half-days that take place; undefined when nothing was. */
export function tallyOf(
  marks: ReadonlyMap<HalfDay, Mark>,
  halfDays: readonly HalfDay[],
): HalfDayTally | undefined {
  const said = halfDays.flatMap((halfDay) => marks.get(halfDay) ?? [])
  if (said.length === 0) return undefined
  return { attended: said.filter(wasThere).length, marked: said.length, of: halfDays.length }
}

/**
 * The attendance in one word that follows from the half-days: present when the person was there, on time or late, for at
 * least one; absent when they missed every one of them; expected as long as one is still to be told.
 */
export function overallOf({ attended, marked, of }: HalfDayTally): Attendance {
  if (attended > 0) return 'present'
  return marked < of ? 'expected' : 'absent'
}
