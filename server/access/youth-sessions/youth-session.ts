import type { LearnerId } from '../../kernel/ids.ts'

const HOUR_MS = 3_600_000
/** Phones are lent and left on tables: without a request for this long, one shows the slip again. */
export const IDLE_MS = HOUR_MS
/** However busy, one shows the slip again after this long. */
export const ABSOLUTE_MS = 12 * HOUR_MS
/** The last request's time is written at most this often: reading a page should not cost a write. */
const TOUCH_MS = 60_000

/** A browser in which a young person is in their own space. The database keeps only a hash of its token. */
export interface YouthSession {
  readonly learnerId: LearnerId
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly expiresAt: string
}

export function isAlive(session: YouthSession, now: Date): boolean {
  const time = now.getTime()
  return time < Date.parse(session.expiresAt) && time < Date.parse(session.lastSeenAt) + IDLE_MS
}

export const isDueForTouch = (session: YouthSession, now: Date): boolean =>
  now.getTime() - Date.parse(session.lastSeenAt) >= TOUCH_MS
