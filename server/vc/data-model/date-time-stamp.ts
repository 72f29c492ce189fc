import type { JsonValue } from '../json-value.ts'

const DATE_TIME_STAMP =
  /^(-?(?:[1-9]\d{3,}|0\d{3}))-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T(?:([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)(Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))$/

/**
 * The instant of an XML Schema 1.1 `dateTimeStamp` (VCDM 2.0 section 4.9: the time zone is not optional), or undefined
 * when the text is none or names a day that does not exist.
 */
export function parseDateTimeStamp(value: JsonValue | undefined): Date | undefined {
  const match = typeof value === 'string' ? DATE_TIME_STAMP.exec(value) : null
  if (match === null) return undefined
  const [text, year, month, day] = match
  // Date would roll 30 February over into March.
  if (Number(day) > 28 && Number(day) > lastDayOf(Number(year), Number(month))) return undefined
  const date = new Date(text)
  return Number.isNaN(date.getTime()) ? undefined : date
}

const lastDayOf = (year: number, month: number): number =>
  new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
