import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Request, Response } from 'express'
import { AppError } from '../../kernel/errors.ts'
import { newSecretToken } from '../../kernel/ids.ts'
import { readCookie, setCookie } from './cookies.ts'

const COOKIE = 'passerelle_form'

/**
 * Signed double-submit tokens (OWASP CSRF cheat sheet): the form carries an HMAC over a random cookie and the
 * session cookie, so a token of another browser or another session is worth nothing.
 */
export interface CsrfGuard {
  /** The token for a form of this page; makes the visitor's random cookie when it is missing. */
  token(req: Request, res: Response): string
  /** @throws AppError `csrf-failed` */
  check(req: Request): void
}

export function createCsrfGuard(options: {
  secret: Uint8Array
  sessionCookie: string
  secure: boolean
}): CsrfGuard {
  const sign = (req: Request, visitor: string): string =>
    createHmac('sha256', options.secret)
      .update(`${visitor}\n${readCookie(req, options.sessionCookie) ?? ''}`)
      .digest('base64url')

  // a first page may hold several forms: all of them carry the one cookie it sets
  const made = new WeakMap<Response, string>()
  return {
    token(req, res) {
      const known = readCookie(req, COOKIE) ?? made.get(res)
      if (known !== undefined && known.length === 43) return sign(req, known)
      const visitor = newSecretToken()
      made.set(res, visitor)
      setCookie(res, COOKIE, visitor, { secure: options.secure })
      return sign(req, visitor)
    },
    check(req) {
      const site = req.get('sec-fetch-site')
      if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new AppError('csrf-failed')
      const visitor = readCookie(req, COOKIE)
      const body: unknown = req.body
      const sent = typeof body === 'object' && body !== null && '_csrf' in body ? body._csrf : undefined
      if (visitor === undefined || typeof sent !== 'string') throw new AppError('csrf-failed')
      const expected = Buffer.from(sign(req, visitor))
      const given = Buffer.from(sent)
      if (expected.length !== given.length || !timingSafeEqual(expected, given))
        throw new AppError('csrf-failed')
    },
  }
}
