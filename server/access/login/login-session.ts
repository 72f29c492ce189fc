import type { AccountId, Id } from '../../kernel/ids.ts'

const HOUR_MS = 3_600_000
/** Without a request for this long, one signs in again. */
export const IDLE_MS = 12 * HOUR_MS
/** However busy, one signs in again after this long. */
export const ABSOLUTE_MS = 7 * 24 * HOUR_MS
/** The last request's time is written at most this often: reading a page should not cost a write. */
const TOUCH_MS = 5 * 60_000
/** What opens other doors (keys, codes, passwords) is changed by somebody who proved who they are this recently. */
export const FRESH_MS = 30 * 60_000

export type LoginSessionId = Id<'login-session'>

/** How somebody proved who they are. */
export type SignInWay = 'password' | 'passkey' | 'link' | 'single-sign-on' | 'invitation'

/** A browser that signed in. The database keeps only a hash of its token. */
export interface LoginSession {
  /** Names it on a page and opens nothing. */
  readonly id: LoginSessionId
  readonly accountId: AccountId
  readonly way: SignInWay
  /** When a second factor was shown; null: one only. */
  readonly secondFactorAt: string | null
  /** « Firefox · Windows »; empty when the browser did not say. */
  readonly device: string
  /** What the other organisation said, sealed: to sign out there too. */
  readonly idToken: string | null
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly expiresAt: string
}

export function isAlive(session: Pick<LoginSession, 'expiresAt' | 'lastSeenAt'>, now: Date): boolean {
  const time = now.getTime()
  return time < Date.parse(session.expiresAt) && time < Date.parse(session.lastSeenAt) + IDLE_MS
}

export const isDueForTouch = (session: LoginSession, now: Date): boolean =>
  now.getTime() - Date.parse(session.lastSeenAt) >= TOUCH_MS

export const isFresh = (session: LoginSession, now: Date): boolean =>
  now.getTime() - Date.parse(session.createdAt) < FRESH_MS
