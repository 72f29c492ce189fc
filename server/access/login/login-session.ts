import type { AccountId } from '../../kernel/ids.ts'

const HOUR_MS = 3_600_000
/** Without a request for this long, one signs in again. */
export const IDLE_MS = 12 * HOUR_MS
/** However busy, one signs in again after this long. */
export const ABSOLUTE_MS = 7 * 24 * HOUR_MS
/** The last request's time is written at most this often: reading a page should not cost a write. */
const TOUCH_MS = 5 * 60_000

/** A browser that signed in. The database keeps only a hash of its token. */
export interface LoginSession {
  readonly accountId: AccountId
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly expiresAt: string
}

export function isAlive(session: LoginSession, now: Date): boolean {
  const time = now.getTime()
  return time < Date.parse(session.expiresAt) && time < Date.parse(session.lastSeenAt) + IDLE_MS
}

export const isDueForTouch = (session: LoginSession, now: Date): boolean =>
  now.getTime() - Date.parse(session.lastSeenAt) >= TOUCH_MS
