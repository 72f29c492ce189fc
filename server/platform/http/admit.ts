import type { Request, RequestHandler, Response } from 'express'
import type { ApiScope } from '../../kernel/api-client.ts'
import { AppError } from '../../kernel/errors.ts'
import type { StaffActor } from '../../kernel/roles.ts'
import { readCookie } from './cookies.ts'
import { createRequestContext, type ClientContext } from './request-context.ts'
import type { Access, HttpDeps } from './routes-types.ts'

/** Finds out who asks and lets in those the route was declared for. */
export function admit(deps: HttpDeps, access: Access): RequestHandler {
  return async (req, res, next) => {
    refuseNullBytes(req)
    if (typeof access === 'object') await admitClient(deps, access.client, req, res)
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
  access: 'public' | 'staff' | 'admin',
  req: Request,
  res: Response,
): Promise<void> {
  const token = readCookie(req, deps.sessionCookie)
  const actor: StaffActor | undefined = token === undefined ? undefined : await deps.resolveActor(token)
  res.locals['ctx'] = createRequestContext(deps, req, res, actor)
  if (access !== 'public' && actor === undefined) throw new AppError('not-signed-in')
  if (access === 'admin' && actor?.admin !== true) throw new AppError('forbidden')
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
