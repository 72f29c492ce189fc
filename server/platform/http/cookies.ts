import { parseCookie } from 'cookie'
import type { Request, Response } from 'express'

/** A request's cookie, undefined when it has none of that name. */
export function readCookie(req: Request, name: string): string | undefined {
  return parseCookie(req.headers.cookie ?? '')[name]
}

/** Sets a cookie that scripts cannot read and other sites do not send with their forms. Age in seconds. */
export function setCookie(
  res: Response,
  name: string,
  value: string,
  options: { secure: boolean; maxAge?: number },
): void {
  res.cookie(name, value, {
    httpOnly: true,
    sameSite: 'lax',
    secure: options.secure,
    path: '/',
    ...(options.maxAge === undefined ? {} : { maxAge: options.maxAge * 1000 }),
  })
}

export function clearCookie(res: Response, name: string, options: { secure: boolean }): void {
  res.clearCookie(name, { httpOnly: true, sameSite: 'lax', secure: options.secure, path: '/' })
}
