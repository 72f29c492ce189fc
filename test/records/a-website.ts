import express, { type Express } from 'express'
import { join } from 'node:path'
import type { StaffActor } from '../../server/kernel/roles.ts'
import {
  createCsrfGuard,
  createRoutes,
  errorHandler,
  type HttpDeps,
  type Routes,
} from '../../server/platform/http/index.ts'
import { createLogger } from '../../server/platform/log/index.ts'
import { createViews } from '../../server/platform/views/index.ts'

const views = createViews(
  join(import.meta.dirname, '../../templates'),
  join(import.meta.dirname, '../../browser'),
)

/** The real middleware and templates around some routes; the cookie `session=<name>` signs a person in. */
export function aWebsite(
  people: Readonly<Record<string, StaffActor>>,
  ...declare: ((routes: Routes) => void)[]
): Express {
  const deps: HttpDeps = {
    views,
    log: createLogger('silent'),
    csrf: createCsrfGuard({ secret: new Uint8Array(32), sessionCookie: 'session', secure: false }),
    resolveActor: (token) => Promise.resolve(people[token]),
    sessionCookie: 'session',
    secure: false,
  }
  const routes = createRoutes(deps)
  for (const add of declare) add(routes)
  return express().use(routes.router).use(errorHandler(deps))
}

/** The value of a hidden field in a page. */
export function hiddenField(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
}
