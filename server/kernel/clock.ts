/** Where the time comes from: `deps.clock` everywhere, so that a test can say what day it is. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** UTC ISO 8601 with seconds, the form stored in the database and printed in credentials (`2026-06-30T14:02:00Z`). */
export function isoInstant(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z')
}

/** A calendar day, `YYYY-MM-DD`. */
export type IsoDate = string & { readonly __isoDate: never }

/** Parses `YYYY-MM-DD`; undefined when there is no such day. */
export function parseIsoDate(text: string): IsoDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const date = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text
    ? undefined
    : (text as IsoDate)
}

const PARIS = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The minute asked for last: every visit of a page asks, and the calendar's words take their time. */
let latest: { readonly minute: number; readonly day: IsoDate } | undefined

/** The day an instant falls on in Paris: where it is already tomorrow when the server's clock (UTC) says 23:30. */
export function dayInParis(instant: Date): IsoDate {
  const minute = Math.floor(instant.getTime() / 60_000)
  if (latest?.minute !== minute) latest = { minute, day: findDayInParis(instant) }
  return latest.day
}

function findDayInParis(instant: Date): IsoDate {
  const part = (type: string): string =>
    PARIS.formatToParts(instant).find((one) => one.type === type)?.value ?? ''
  const day = parseIsoDate(`${part('year')}-${part('month')}-${part('day')}`)
  if (day === undefined) throw new RangeError('an instant outside the calendar')
  return day
}

const PARIS_TIME = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'medium',
  hourCycle: 'h23',
})

/**
 * The instant at which clocks in Paris show `YYYY-MM-DDTHH:MM`; undefined when there is no such day or time. In the hour
 * that autumn has twice it is the first one.
 */
export function instantInParis(local: string): Date | undefined {
  const read = new Date(`${local}:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) || Number.isNaN(read.getTime())) return undefined
  // Paris is one or two hours ahead: the earlier instant is tried first
  for (const hours of [2, 1]) {
    const instant = new Date(read.getTime() - hours * 3_600_000)
    if (PARIS_TIME.format(instant).replace(', ', 'T').startsWith(local)) return instant
  }
  return undefined
}
