import type { Request, Response } from 'express'
import { newSecretToken } from '../../kernel/ids.ts'
import { readCookie, setCookie } from './cookies.ts'

const NAME = 'passerelle_browser'

export const browserTieCookie = (secure: boolean): string => (secure ? `__Host-${NAME}` : NAME)

/**
 * What ties an answer to the browser that asked: a random cookie, the same for all its tabs, gone with the browser. Made
 * when it is missing; the database keeps a hash of it beside what was asked. It recognises nobody.
 */
export function browserTie(req: Request, res: Response, options: { readonly secure: boolean }): string {
  const name = browserTieCookie(options.secure)
  const known = readCookie(req, name)
  if (known?.length === 43) return known
  const made = newSecretToken()
  setCookie(res, name, made, options)
  return made
}
