import type { AppError, FieldProblem } from '../../kernel/errors.ts'
import type { Request, StaffContext } from '../../platform/http/index.ts'
import { readCookie } from '../../platform/http/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Logger } from '../../platform/log/index.ts'
import type { Mailer } from '../../platform/mail/index.ts'
import type { Views } from '../../platform/views/index.ts'
import { isFresh, localPath, type Login, type LoginDeps, type LoginSession } from '../login/index.ts'
import type { PasskeyDeps } from '../passkeys/index.ts'
import type { RemovalDeps, SecondFactorDeps } from '../second-factor/index.ts'

/** What telling the owner of an account takes. */
export interface TellOwnerDeps {
  readonly db: Db
  readonly mailer: Mailer
  readonly views: Views
  readonly log: Logger
  readonly publicUrl: string
  readonly platformName: string
}

export interface SecurityDeps extends LoginDeps, SecondFactorDeps, PasskeyDeps, RemovalDeps, TellOwnerDeps {
  readonly login: Login
  readonly sessionCookie: string
  readonly secure: boolean
}

export const SECURITY = '/account/security'

/** The page once more, with what could not be done. */
export type ShowAgain = (req: Request, ctx: StaffContext, problems: readonly FieldProblem[]) => Promise<void>

/** The session that asks. A route of `account` has one; it may have ended a moment ago. */
export async function sessionOf(deps: SecurityDeps, req: Request): Promise<LoginSession | undefined> {
  const token = readCookie(req, deps.sessionCookie)
  return token === undefined ? undefined : deps.login.session(token)
}

/**
 * The session, for somebody who proved who they are a short while ago; else they are asked to do so again and undefined is
 * given. A browser left open does not let a passer-by add a key of their own.
 */
export async function freshSession(
  deps: SecurityDeps,
  req: Request,
  ctx: StaffContext,
): Promise<LoginSession | undefined> {
  const session = await sessionOf(deps, req)
  if (session !== undefined && isFresh(session, deps.clock.now())) return session
  ctx.redirect(`/login?again=1&next=${encodeURIComponent(SECURITY)}`, 'signIn.againFlash')
  return undefined
}

/** The page somebody was on their way to, as a query to pass on; empty when there is none. */
export const onward = (next: unknown): string => {
  const path = localPath(next)
  return path === undefined ? '' : `?next=${encodeURIComponent(path)}`
}

export const isRefusal = (error: AppError): boolean =>
  ['code-refused', 'too-many-requests', 'passkey-refused'].includes(error.code)
