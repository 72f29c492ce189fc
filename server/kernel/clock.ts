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
