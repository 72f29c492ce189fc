import { dayInParis, isoInstant, type IsoDate } from '../../kernel/clock.ts'

/** Ends that are one tap away, in days. */
const DAYS = { week: 7, month: 30, quarter: 90 } as const

/** How a young person says until when. */
export const SHARE_ENDS = ['week', 'month', 'quarter', 'day'] as const
export type ShareEnd = (typeof SHARE_ENDS)[number]

/** A share that nobody remembers should not outlive its reason. */
const LONGEST_DAYS = 365
const DAY_MS = 86_400_000

/** The last day of a share: today's, for a day of one's own. */
export function lastDayOf(end: ShareEnd, ownDay: IsoDate | undefined, now: Date): IsoDate | undefined {
  return end === 'day' ? ownDay : dayInParis(new Date(now.getTime() + DAYS[end] * DAY_MS))
}

/** A day that has not passed, at most a year ahead. */
export function isPossibleEnd(day: IsoDate, now: Date): boolean {
  return day >= dayInParis(now) && day <= dayInParis(new Date(now.getTime() + LONGEST_DAYS * DAY_MS))
}

/** The instant at which a share ends: its last day, and an hour or two of the next, in Paris. */
export const endOfDay = (day: IsoDate): string => isoInstant(new Date(`${day}T23:59:59Z`))
