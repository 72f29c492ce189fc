import type { ErrorRequestHandler, Request, Response } from 'express'
import { AppError, type AppErrorCode } from '../../kernel/errors.ts'
import { translator, type MessageKey } from '../i18n/index.ts'
import type { Logger } from '../log/index.ts'
import { MAX_JSON_MEGABYTES } from './create-routes.ts'
import { failureSentence, isYouth } from './failure-sentence.ts'
import { createRequestContext, prefersJson, type RequestContext } from './request-context.ts'
import type { HttpDeps } from './routes-types.ts'

const STATUS: Readonly<Record<AppErrorCode, number>> = {
  'not-signed-in': 401,
  'youth-not-recognised': 401,
  'token-missing': 401,
  'token-refused': 401,
  'scope-missing': 403,
  forbidden: 403,
  'csrf-failed': 403,
  'login-failed': 422,
  'too-many-requests': 429,
  'link-expired': 410,
  'link-unknown': 404,
  'second-factor-needed': 403,
  'code-refused': 422,
  'passkey-refused': 422,
  'passkeys-unavailable': 409,
  'sign-on-unavailable': 503,
  'sign-on-refused': 403,
  'sign-on-unknown': 403,
  'sign-on-unverified': 403,
  'not-found': 404,
  'invalid-input': 422,
  'body-too-large': 413,
  'malformed-json': 400,
  'json-too-deep': 400,
  'unsupported-media-type': 415,
  'method-not-allowed': 405,
  'file-too-large': 413,
  'file-not-an-image': 422,
  'file-type-refused': 422,
  'file-not-a-table': 422,
  'file-empty': 422,
  'too-many-rows': 422,
  'import-has-errors': 422,
  'session-already-signed': 409,
  'nothing-to-sign': 409,
  'nothing-to-publish': 409,
  'changed-meanwhile': 409,
  'already-exists': 409,
  'structure-closed': 409,
  'merge-undecided': 409,
  'already-revoked': 409,
  'already-suspended': 409,
  'not-suspended': 409,
  'nothing-to-correct': 422,
  'correction-pending': 409,
  'not-yet-issued': 409,
  'credential-private': 403,
  'of-age': 409,
  'credential-erased': 410,
  'credential-withdrawn': 410,
  'schema-mismatch': 422,
  'passport-too-large': 422,
  'signature-check-failed': 500,
  'keys-locked': 503,
  'keys-incomplete': 503,
  'key-missing': 503,
  'key-compromised': 409,
  'key-not-compromised': 409,
  'key-token-unavailable': 503,
  'key-token-locked': 503,
  'keys-unprotected': 409,
  'backup-needs-pg-dump': 409,
  'restore-needs-sqlite': 409,
  'backup-damaged': 422,
  'folder-not-empty': 409,
  'installation-not-empty': 409,
  'installation-in-use': 409,
  'not-a-backup': 422,
  'configuration-invalid': 500,
  'conformance-refused': 500,
  'database-unavailable': 503,
  unexpected: 500,
}

/** The HTTP status of an expected failure. */
export const problemStatus = (code: AppErrorCode): number => STATUS[code]

/** The one error handler: RFC 9457 JSON for machines, a page for people, a log line for what nobody expected. */
export function errorHandler(deps: HttpDeps & { log: Logger }): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    const failure = toAppError(error, res)
    if (failure.code === 'unexpected') deps.log.error({ err: error }, 'unexpected')
    if (res.headersSent) {
      next(error)
      return
    }
    const ctx = contextFor(deps, req, res)
    const status = problemStatus(failure.code)
    if (wantsProblem(req, res)) sendProblem(res, ctx, failure, status)
    else if (failure.code === 'not-signed-in' && req.method === 'GET')
      res.redirect(303, `/login?next=${encodeURIComponent(req.originalUrl)}`)
    else if (failure.code === 'second-factor-needed' && req.method === 'GET')
      res.redirect(303, `/account/security?next=${encodeURIComponent(req.originalUrl)}`)
    else if (failure.code === 'youth-not-recognised' && req.method === 'GET') res.redirect(303, '/s')
    else
      ctx.render(
        'error',
        {
          title: ctx.t(failureSentence(failure.code, ctx), failure.params),
          help: ctx.t(isYouth(ctx) ? 'youthErrors.help' : 'home.errorHelp', { code: failure.code }),
          code: failure.code,
          status,
          problems: failure.problems,
        },
        { status },
      )
  }
}

function wantsProblem(req: Request, res: Response): boolean {
  return res.locals['api'] === true || prefersJson(req)
}

function contextFor(deps: HttpDeps, req: Request, res: Response): RequestContext {
  const known = res.locals['ctx'] as RequestContext | undefined
  return known ?? createRequestContext(deps, req, res, undefined)
}

function sendProblem(res: Response, ctx: RequestContext, failure: AppError, status: number): void {
  const english = translator('en')
  const sentence = ctx.t(failureSentence(failure.code, ctx), failure.params)
  res
    .status(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `urn:passerelle:error:${failure.code}`,
        title: english(`errors.${failure.code}`, failure.params),
        status,
        code: failure.code,
        detail: sentence,
        ...(failure.problems.length === 0
          ? {}
          : {
              errors: failure.problems.map((problem) => ({
                pointer: problem.field,
                code: problem.message,
                detail: ctx.t(problem.message as MessageKey, problem.params),
              })),
            }),
      }),
    )
}

/** Errors of the body parsers (http-errors `type`, multer `code`) in our own words. */
function toAppError(error: unknown, res: Response): AppError {
  if (error instanceof AppError) return error
  if (!(error instanceof Error)) return new AppError('unexpected')
  const type = 'type' in error ? error.type : undefined
  const code = 'code' in error ? error.code : undefined
  if (type === 'entity.too.large') return new AppError('body-too-large', { max: MAX_JSON_MEGABYTES })
  if (type === 'entity.parse.failed') return new AppError('malformed-json')
  if (type === 'parameters.too.many') return new AppError('body-too-large', { max: 1 })
  if (type === 'charset.unsupported' || type === 'encoding.unsupported')
    return new AppError('unsupported-media-type')
  if (code === 'LIMIT_FILE_SIZE')
    return new AppError('file-too-large', { max: Number(res.locals['maxMegabytes']) })
  if (typeof code === 'string' && code.startsWith('LIMIT_')) return new AppError('invalid-input')
  if (error instanceof URIError) return new AppError('not-found')
  const status = 'status' in error ? error.status : undefined
  return new AppError(status === 400 ? 'invalid-input' : 'unexpected', {}, [], { cause: error })
}
