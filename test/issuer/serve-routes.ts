import { join } from 'node:path'
import express, { type Express } from 'express'
import {
  createCsrfGuard,
  createRoutes,
  errorHandler,
  type HttpDeps,
  type Routes,
} from '../../server/platform/http/index.ts'
import { createLogger } from '../../server/platform/log/index.ts'
import { createViews } from '../../server/platform/views/index.ts'

/** A server with these routes and nobody signed in. */
export function serveRoutes(...features: ((routes: Routes) => void)[]): Express {
  const http: HttpDeps = {
    views: createViews(
      join(import.meta.dirname, '../../templates'),
      join(import.meta.dirname, '../../browser'),
    ),
    log: createLogger('silent'),
    csrf: createCsrfGuard({ secret: new Uint8Array(32), sessionCookie: 'session', secure: false }),
    resolveActor: () => Promise.resolve(undefined),
    sessionCookie: 'session',
    secure: false,
  }
  const routes = createRoutes(http)
  for (const declare of features) declare(routes)
  return express().use(routes.router).use(errorHandler(http))
}
