import { dayInParis, parseIsoDate, type IsoDate } from '../../kernel/clock.ts'

/** Months a number is kept for. */
const KEPT_MONTHS = 13
/** What « recently » means to whoever reads it. */
const RECENT_DAYS = 30

/** The first of the last thirty days, today included. */
export const recentSince = (now: Date): IsoDate =>
  shifted(now, (day) => day.setUTCDate(day.getUTCDate() - RECENT_DAYS + 1))

/** The oldest day that is kept. */
export const keptSince = (now: Date): IsoDate =>
  shifted(now, (day) => day.setUTCMonth(day.getUTCMonth() - KEPT_MONTHS))

function shifted(now: Date, shift: (day: Date) => unknown): IsoDate {
  const day = new Date(`${dayInParis(now)}T00:00:00Z`)
  shift(day)
  const found = parseIsoDate(day.toISOString().slice(0, 10))
  if (found === undefined) throw new RangeError('a day outside the calendar')
  return found
}
