export { createCsrfGuard, type CsrfGuard } from './csrf-guard.ts'
export { browserTie } from './browser-tie.ts'
export { clearCookie, readCookie, setCookie } from './cookies.ts'
export { forgetVisitor } from './forget-visitor.ts'
export { errorHandler, problemStatus } from './error-handler.ts'
export { failureSentence } from './failure-sentence.ts'
export { parseForm, type ParsedForm } from './parse-form.ts'
export { addressOf, exceptFor, rateLimits, type MissLimit } from './rate-limits.ts'
export { requestLog } from './request-log.ts'
export { createRoutes } from './create-routes.ts'
export { answerOrExplain, keepPrivate } from './secret-address.ts'
export { securityHeaders } from './security-headers.ts'
export { serveAssets } from './serve-assets.ts'
export { SHELF_PLACES, type PackedPage, type PageShelf } from './page-shelf.ts'
export { sendReadyPages } from './ready-pages.ts'
export type { ClientContext, RequestContext, StaffContext, YouthContext } from './request-context.ts'
export type {
  Access,
  ApiHandler,
  ClientAccess,
  DeclaredRoute,
  HttpDeps,
  Routes,
  UploadedFile,
} from './routes-types.ts'
export type { Request, Response } from 'express'
