import type { Request, RequestHandler, Response } from 'express'
import type { ApiScope } from '../../kernel/api-client.ts'
import { AppError } from '../../kernel/errors.ts'
import type { StaffActor } from '../../kernel/roles.ts'
import { readCookie } from './cookies.ts'
import { createRequestContext, type ClientContext, type YouthContext } from './request-context.ts'
import type { Access, HttpDeps } from './routes-types.ts'
import { keepPrivate } from './secret-address.ts'

/** Finds out who asks and lets in those the route was declared for. */
export function admit(deps: HttpDeps, access: Access): RequestHandler {
  return async (req, res, next) => {
    refuseNullBytes(req)
    if (typeof access === 'object') await admitClient(deps, access.client, req, res)
    else if (access === 'youth') await admitYouth(deps, req, res)
    else await admitPerson(deps, access, req, res)
    next()
  }
}

function refuseNullBytes(req: Request): void {
  if (req.path.includes('\0') || Object.values(req.params).some((value) => String(value).includes('\0')))
    throw new AppError('not-found')
}

async function admitPerson(
  deps: HttpDeps,
  access: 'public' | 'account' | 'staff' | 'admin',
  req: Request,
  res: Response,
): Promise<void> {
  const token = readCookie(req, deps.sessionCookie)
  const found: StaffActor | undefined = token === undefined ? undefined : await deps.resolveActor(token)
  // half recognised: on a page for everybody that is like not at all
  const actor = access === 'public' && found?.owes !== undefined ? undefined : found
  res.locals['ctx'] = createRequestContext(deps, req, res, actor)
  if (access !== 'public' && actor === undefined) throw new AppError('not-signed-in')
  if (access !== 'account' && actor?.owes !== undefined) throw new AppError('second-factor-needed')
  if (access === 'admin' && actor?.admin !== true) throw new AppError('forbidden')
}

/** A young person in their own space: what it shows is cached nowhere, indexed by nobody, told to no other site. */
async function admitYouth(deps: HttpDeps, req: Request, res: Response): Promise<void> {
  keepPrivate(res)
  const token = deps.youthCookie === undefined ? undefined : readCookie(req, deps.youthCookie)
  const youth = token === undefined ? undefined : await deps.resolveYouth?.(token)
  const ctx = createRequestContext(deps, req, res, undefined, youth)
  res.locals['ctx'] = ctx
  if (youth === undefined) throw new AppError('youth-not-recognised')
  const withYouth: YouthContext = { ...ctx, youth }
  res.locals['ctx'] = withYouth
}

/**
 * A program and its token, by the Authorization header alone (RFC 6750 §2.1): cookies open nothing here, so no other
 * site can borrow somebody's browser. Refusals carry the challenge of §3; without any token it names no error.
 */
async function admitClient(deps: HttpDeps, scope: ApiScope, req: Request, res: Response): Promise<void> {
  const ctx = createRequestContext(deps, req, res, undefined)
  res.locals['ctx'] = ctx
  // one space or several (RFC 9110, 11.6.2)
  const [scheme, token, ...rest] = (req.get('authorization') ?? '').split(/ +/)
  if (scheme?.toLowerCase() !== 'bearer') {
    challenge(res, {})
    throw new AppError('token-missing')
  }
  const client = token === undefined || rest.length > 0 ? undefined : await deps.resolveClient?.(token)
  if (client === undefined) {
    challenge(res, { error: 'invalid_token' })
    throw new AppError('token-refused')
  }
  if (!client.scopes.includes(scope)) {
    challenge(res, { error: 'insufficient_scope', scope })
    throw new AppError('scope-missing', { scope })
  }
  const withClient: ClientContext = { ...ctx, client }
  res.locals['ctx'] = withClient
}

function challenge(res: Response, parameters: Readonly<Record<string, string>>): void {
  const all = Object.entries({ realm: 'passerelle', ...parameters })
  res.set('WWW-Authenticate', `Bearer ${all.map(([name, value]) => `${name}="${value}"`).join(', ')}`)
}
