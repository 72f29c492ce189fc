import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Request, Response } from 'express'
import { AppError } from '../../kernel/errors.ts'
import { newSecretToken } from '../../kernel/ids.ts'
import { readCookie, setCookie } from './cookies.ts'

/** The random cookie that a visitor's forms are bound to. */
export const FORM_COOKIE = 'passerelle_form'

/**
 * Signed double-submit tokens (OWASP CSRF cheat sheet): the form carries an HMAC over a random cookie and a session's
 * cookie, so a token of another browser or another session is worth nothing. It has a half for staff and one for young
 * people: where both share a telephone, coming and going of the one leaves the other's open pages as they are. A page's
 * script sends its token as `x-csrf-token` when it sends no form.
 */
export interface CsrfGuard {
  /** The token for a form of this page; makes the visitor's random cookie when it is missing. */
  token(req: Request, res: Response): string
  /**
   * @param whose session the request uses; on a page for everybody, that of whoever is there: of two, either
   * @throws AppError `csrf-failed`
   */
  check(req: Request, whose: FormOwner): void
}

export type FormOwner = 'staff' | 'youth' | 'anybody'

export function createCsrfGuard(options: {
  secret: Uint8Array
  sessionCookie: string
  /** The cookie of a young person's visit, if there are any. */
  youthCookie?: string
  secure: boolean
}): CsrfGuard {
  const { sessionCookie, youthCookie } = options
  const held = (req: Request, name: string | undefined): string =>
    (name === undefined ? undefined : readCookie(req, name)) ?? ''
  const sessionOf = (req: Request, of: 'staff' | 'youth'): string =>
    held(req, of === 'staff' ? sessionCookie : youthCookie)
  const half = (req: Request, visitor: string, of: 'staff' | 'youth'): string =>
    createHmac('sha256', options.secret)
      .update(`${visitor}\n${of}\n${sessionOf(req, of)}`)
      .digest('base64url')
  const sign = (req: Request, visitor: string): string =>
    `${half(req, visitor, 'staff')}.${half(req, visitor, 'youth')}`

  // a first page may hold several forms: all of them carry the one cookie it sets
  const made = new WeakMap<Response, string>()
  return {
    token(req, res) {
      const known = readCookie(req, FORM_COOKIE) ?? made.get(res)
      if (known !== undefined && known.length === 43) return sign(req, known)
      const visitor = newSecretToken()
      made.set(res, visitor)
      setCookie(res, FORM_COOKIE, visitor, { secure: options.secure })
      return sign(req, visitor)
    },
    check(req, whose) {
      const site = req.get('sec-fetch-site')
      if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new AppError('csrf-failed')
      const visitor = readCookie(req, FORM_COOKIE)
      const body: unknown = req.body
      const field = typeof body === 'object' && body !== null && '_csrf' in body ? body._csrf : undefined
      const sent = field ?? req.get('x-csrf-token')
      if (visitor === undefined || typeof sent !== 'string') throw new AppError('csrf-failed')
      const [staff = '', youth = ''] = sent.split('.')
      const there = (['staff', 'youth'] as const).filter((of) => sessionOf(req, of) !== '')
      const asked = whose === 'anybody' ? there : [whose]
      const given = { staff, youth }
      const holds = (of: 'staff' | 'youth'): boolean => isSame(half(req, visitor, of), given[of])
      // nobody is there: the page was made for nobody
      if (!(asked.length === 0 ? holds('staff') && holds('youth') : asked.some(holds)))
        throw new AppError('csrf-failed')
    },
  }
}

function isSame(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)]
  return one.length === other.length && timingSafeEqual(one, other)
}
