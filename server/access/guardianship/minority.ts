import { dayInParis } from '../../kernel/clock.ts'

/** Majority in French law (code civil, art. 388). */
const MAJORITY = 18
/** Below this age the young person and who holds parental authority agree together (loi 78-17, art. 45). */
const OWN_CONSENT = 15

/**
 * Whether somebody is under age on the day it is in Paris. Who gave no birth date counts as of age: no identifier is
 * mandatory, and a passport nobody may open because a box was left empty would help nobody.
 * @param birthDate `YYYY-MM-DD`, or null
 */
export const isMinor = (birthDate: string | null, now: Date): boolean =>
  isYoungerThan(MAJORITY, birthDate, now)

/** Whether the young person's own agreement is needed beside their guardian's. */
export const mustAgreeThemselves = (birthDate: string | null, now: Date): boolean =>
  isYoungerThan(OWN_CONSENT, birthDate, now)

/** Whether they came of age after that instant, and by now. */
export const cameOfAgeSince = (birthDate: string | null, since: string, now: Date): boolean =>
  isMinor(birthDate, new Date(since)) && !isMinor(birthDate, now)

function isYoungerThan(years: number, birthDate: string | null, now: Date): boolean {
  return birthDate !== null && dayInParis(now) < anniversary(birthDate, years)
}

/** The day somebody has so many years. Days are compared as text: who was born on 29 February has them on 1 March. */
function anniversary(birthDate: string, years: number): string {
  return `${String(Number(birthDate.slice(0, 4)) + years).padStart(4, '0')}${birthDate.slice(4)}`
}
