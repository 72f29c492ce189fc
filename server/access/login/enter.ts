import {
  clearCookie,
  readCookie,
  setCookie,
  type Request,
  type RequestContext,
  type Response,
} from '../../platform/http/index.ts'
import { PENDING_MS, type Admission } from './admit-proved.ts'
import type { Login } from './create-login.ts'
import { pendingCookieName } from './session-cookie.ts'

export interface EnterDeps {
  readonly login: Login
  readonly sessionCookie: string
  readonly secure: boolean
}

/** A request being answered. */
export interface Visit {
  readonly req: Request
  readonly res: Response
  readonly ctx: RequestContext
}

/** Where somebody lands who asked for no page in particular. */
export const HOME = '/sessions'

/** Lets somebody in, or shows the page that asks for the second factor. */
export async function enter(
  deps: EnterDeps,
  visit: Visit,
  admission: Admission,
  next: string | undefined,
): Promise<void> {
  const { res, ctx } = visit
  if ('session' in admission) await enterWith(deps, visit, admission.session, next)
  else {
    const { secure } = deps
    setCookie(res, pendingCookieName(secure), admission.pending, { secure, maxAge: PENDING_MS / 1000 })
    ctx.redirect('/login/code')
  }
}

/** Gives the browser its session; the one it had before ends, whoever's it was. */
export async function enterWith(
  deps: EnterDeps,
  { req, res, ctx }: Visit,
  session: string,
  next: string | undefined,
): Promise<void> {
  const { secure, sessionCookie } = deps
  const former = readCookie(req, sessionCookie)
  if (former !== undefined) await deps.login.end(former)
  setCookie(res, sessionCookie, session, { secure })
  if (readCookie(req, pendingCookieName(secure)) !== undefined)
    clearCookie(res, pendingCookieName(secure), { secure })
  ctx.redirect(next ?? HOME)
}
