import type { Request, Response } from 'express'
import { browserTieCookie } from './browser-tie.ts'
import { FLASH_COOKIE } from './compose-page.ts'
import { clearCookie, readCookie } from './cookies.ts'
import { FORM_COOKIE } from './csrf-guard.ts'
import { LANGUAGE_COOKIE } from './request-context.ts'

/**
 * Leaves nothing of a young person's visit in a browser that others use: our cookies, and over https what the browser
 * cached and stored (Clear-Site-Data). Where somebody of the staff is signed in, their pages stay as they are: the changes
 * that a weak network held back wait there, with the tokens that will send them. A page of another site makes nobody leave.
 */
export function forgetVisitor(
  req: Request,
  res: Response,
  cookies: { readonly secure: boolean; readonly youthCookie: string; readonly sessionCookie: string },
): void {
  const { secure, youthCookie, sessionCookie } = cookies
  if (req.get('sec-fetch-site') === 'cross-site') return
  const isStaffs = readCookie(req, sessionCookie) !== undefined
  const theirs = [youthCookie, browserTieCookie(secure), LANGUAGE_COOKIE, FLASH_COOKIE]
  for (const name of isStaffs ? theirs : [...theirs, FORM_COOKIE]) clearCookie(res, name, { secure })
  res.set('Clear-Site-Data', isStaffs ? '"cache"' : '"cache", "storage"')
}
