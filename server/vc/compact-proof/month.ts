/** A month as a number: whole months since January 1970; undefined when the text is no YYYY-MM from then to 2199. */
export function monthNumber(text: string): number | undefined {
  if (!/^(19[7-9]\d|2[01]\d\d)-(0[1-9]|1[0-2])$/.test(text)) return undefined
  return (Number(text.slice(0, 4)) - 1970) * 12 + Number(text.slice(5)) - 1
}

/** YYYY-MM of such a number. */
export function monthText(number: number): string {
  const year = 1970 + Math.floor(number / 12)
  return `${String(year).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`
}

/** Hours by which the first place on Earth is ahead of UTC. */
const AHEAD = 14

/** The latest month that has begun anywhere on Earth at an instant, YYYY-MM; undefined for no instant. */
export function latestMonth(instant: Date): string | undefined {
  const there = new Date(instant.getTime() + AHEAD * 3_600_000)
  return Number.isNaN(there.getTime()) ? undefined : there.toISOString().slice(0, 7)
}
