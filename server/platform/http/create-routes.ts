import { json, Router, urlencoded, type Request, type RequestHandler, type Response } from 'express'
import multer from 'multer'
import { AppError } from '../../kernel/errors.ts'
import { admit } from './admit.ts'
import { checkJsonDepth } from './check-json-depth.ts'
import type { FormOwner } from './csrf-guard.ts'
import type { ClientContext, RequestContext, StaffContext, YouthContext } from './request-context.ts'
import type { Access, DeclaredRoute, HttpDeps, Routes, UploadedFile } from './routes-types.ts'

/** After the access check a handler gets the context its access promises; the overloads of Routes say which. */
type AnyHandler = (
  req: Request,
  res: Response,
  ctx: StaffContext & ClientContext & YouthContext,
  file?: UploadedFile,
) => Promise<void> | void

export const MAX_JSON_MEGABYTES = 2
const JSON_TYPES = ['application/json', 'application/*+json', 'application/vc', 'application/vp']

/** The one way of declaring routes: access first, then the body's parser and CSRF check, then the handler. */
export function createRoutes(deps: HttpDeps): Routes {
  const router = Router()
  const declared: DeclaredRoute[] = []
  const form = urlencoded({ extended: false, limit: '1mb', parameterLimit: 10_000 })
  const fields = json({ limit: '1mb', type: 'application/json' })
  const body = json({ limit: `${MAX_JSON_MEGABYTES}mb`, type: JSON_TYPES, strict: false })

  const checkCsrf =
    (access: Access): RequestHandler =>
    (req, _res, next) => {
      deps.csrf.check(req, formOwner(access))
      next()
    }
  const answer =
    (handler: AnyHandler): RequestHandler =>
    async (req, res) => {
      await handler(
        req,
        res,
        contextOf(res) as StaffContext & ClientContext & YouthContext,
        uploadedFile(req),
      )
    }
  return {
    router,
    declared,
    get: (path: string, access: Access, handler: AnyHandler) => {
      declared.push({ method: 'get', path, access })
      router.get(path, admit(deps, access), answer(handler))
    },
    post: (path: string, access: Access, handler: AnyHandler) => {
      declared.push({ method: 'post', path, access })
      router.post(path, admit(deps, access), form, fields, checkCsrf(access), checkFields, answer(handler))
    },
    upload: (
      path: string,
      access: Access,
      options: { field: string; maxBytes: number; stateless?: boolean },
      handler: AnyHandler,
    ) => {
      declared.push({ method: 'post', path, access })
      const csrf = options.stateless === true && access === 'public' ? [] : [checkCsrf(access)]
      const mostFields = access === 'public' ? MOST_PUBLIC_FIELDS : MOST_FIELDS
      router.post(
        path,
        admit(deps, access),
        receiveFile({ ...options, mostFields }),
        ...csrf,
        answer(handler),
      )
    },
    api: (method: 'get' | 'post', path: string, access: Access, handler: AnyHandler) => {
      declared.push({ method, path, access })
      const byCookie = method === 'post' && (access === 'youth' || access === 'staff' || access === 'admin')
      router[method](
        path,
        markAsApi,
        admit(deps, access),
        body,
        requireJson,
        ...(byCookie ? [checkCsrf(access)] : []),
        answer(handler),
      )
    },
  }
}

function formOwner(access: Access): FormOwner {
  if (access === 'youth') return 'youth'
  return access === 'public' ? 'anybody' : 'staff'
}

function contextOf(res: Response): RequestContext {
  return (res.locals as { ctx: RequestContext }).ctx
}

const markAsApi: RequestHandler = (_req, res, next) => {
  res.locals['api'] = true
  next()
}

/** Fields have names: a list is none. */
const checkFields: RequestHandler = (req, _res, next) => {
  if (Array.isArray(req.body)) throw new AppError('invalid-input')
  if (req.is('json') !== false) checkJsonDepth(req.body)
  next()
}

const requireJson: RequestHandler = (req, _res, next) => {
  if (req.method === 'POST') {
    if (req.body === undefined) throw new AppError('unsupported-media-type')
    checkJsonDepth(req.body)
  }
  next()
}

/** Each may be long, and all are in memory: from whoever is not known a form has a few. */
const MOST_PUBLIC_FIELDS = 5
const MOST_FIELDS = 500

function receiveFile(options: { field: string; maxBytes: number; mostFields: number }): RequestHandler {
  const receive = multer({
    storage: multer.memoryStorage(),
    limits: {
      fileSize: options.maxBytes,
      files: 1,
      fields: options.mostFields,
      fieldSize: 3_000_000,
      parts: options.mostFields + 1,
    },
    defParamCharset: 'utf8',
  }).single(options.field)
  return (req, res, next) => {
    res.locals['maxMegabytes'] = Math.round(options.maxBytes / 1_000_000)
    receive(req, res, next)
  }
}

function uploadedFile(req: Request): UploadedFile | undefined {
  const { file } = req
  if (file === undefined) return undefined
  return { bytes: file.buffer, name: file.originalname, mediaType: file.mimetype }
}
