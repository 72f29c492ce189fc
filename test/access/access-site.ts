import { join } from 'node:path'
import express, { type Express } from 'express'
import request from 'supertest'
import { accountRoutes } from '../../server/access/accounts/index.ts'
import { apiClientRoutes } from '../../server/access/api-clients/index.ts'
import { loginRoutes, sessionCookieName, type SignOnDoor } from '../../server/access/login/index.ts'
import { securityRoutes } from '../../server/access/security/index.ts'
import { signOnRoutes, type SignOnDeps } from '../../server/access/single-sign-on/index.ts'
import { organisationRoutes } from '../../server/access/organisations/index.ts'
import { structureLifeRoutes, type StructureRecords } from '../../server/access/structure-life/index.ts'
import type { StaffActor } from '../../server/kernel/roles.ts'
import { createCsrfGuard, createRoutes, errorHandler, serveAssets } from '../../server/platform/http/index.ts'
import type { World } from './access-world.ts'

const secure = false
const sessionCookie = sessionCookieName(secure)

/** The records' part of a structure's life, where there are no records. */
const NO_RECORDS: StructureRecords = {
  count: () =>
    Promise.resolve({
      learners: 0,
      openSessions: 0,
      signedSessions: 0,
      credentials: 0,
      pendingCredentials: 0,
    }),
  compare: () => Promise.resolve({ same: [], doubtful: [], namesakes: [], twice: [], toldTwice: [] }),
  takeOver: () => Promise.resolve({ learners: 0, merged: 0, sessions: 0 }),
  finish: () => Promise.resolve(),
}

/** The pages of `access` behind the real middleware. */
export function createSite(
  world: World,
  other: { readonly singleSignOn?: SignOnDeps; readonly signOn?: SignOnDoor } = {},
): Express {
  const deps = {
    ...world.deps,
    ...other,
    login: world.login,
    secure,
    sessionCookie,
    csrf: createCsrfGuard({ secret: new Uint8Array(32), sessionCookie, secure }),
    resolveActor: (token: string) => world.login.resolve(token),
  }
  const routes = createRoutes(deps)
  loginRoutes(deps)(routes)
  signOnRoutes(deps)(routes)
  securityRoutes(deps)(routes)
  accountRoutes(deps)(routes)
  organisationRoutes(deps)(routes)
  structureLifeRoutes({ ...deps, structureRecords: NO_RECORDS })(routes)
  apiClientRoutes(deps)(routes)
  routes.get('/sessions', 'staff', (_req, _res, ctx) => {
    ctx.render('access/accounts/structures', { title: 'Sessions' })
  })
  const site = express()
  site.use('/assets', serveAssets(join(import.meta.dirname, '..', '..', 'templates', 'assets'), deps.views))
  site.use(routes.router)
  site.use(errorHandler(deps))
  return site
}

/** A browser, signed in as somebody when told who. */
export async function openBrowser(world: World, site: Express, as?: StaffActor) {
  const agent = request.agent(site)
  if (as) agent.jar.setCookie(`${sessionCookie}=${await world.login.start(as.accountId)}`)
  const open = (path: string) => agent.get(path).set('Accept', 'text/html').set('Accept-Language', 'fr')
  return {
    open,
    /** Fills the form of a page and sends it to `path`, the page itself unless told. */
    async send(page: string, values: Record<string, string> = {}, path = page) {
      const form = await open(page)
      const token = /name="_csrf" value="([^"]+)"/.exec(form.text)?.[1] ?? ''
      return agent
        .post(path)
        .type('form')
        .set('Accept', 'text/html')
        .send({ ...values, _csrf: token })
    },
    /** What another site would make the browser send. */
    forge: (path: string, values: Record<string, string> = {}) => agent.post(path).type('form').send(values),
  }
}
