import { join } from 'node:path'
import express, { type Express } from 'express'
import { accountRoutes } from './access/accounts/index.ts'
import { loginRoutes } from './access/login/index.ts'
import { organisationRoutes } from './access/organisations/index.ts'
import { PROJECT_DIR, type Services } from './compose.ts'
import { passportRoutes } from './holder/passports/index.ts'
import { slipRoutes } from './holder/slips/index.ts'
import { achievementRoutes } from './issuer/achievements/index.ts'
import { credentialRoutes } from './issuer/credentials/index.ts'
import { keyRoutes } from './issuer/keys/index.ts'
import { statusListRoutes } from './issuer/status-lists/index.ts'
import { AppError } from './kernel/errors.ts'
import {
  createCsrfGuard,
  createRoutes,
  errorHandler,
  rateLimits,
  requestLog,
  securityHeaders,
  serveAssets,
  type HttpDeps,
  type Routes,
} from './platform/http/index.ts'
import { evidenceRoutes } from './records/evidence/index.ts'
import { importRoutes } from './records/imports/index.ts'
import { sessionRoutes } from './records/training-sessions/index.ts'
import { assessmentRoutes } from './records/assessments/index.ts'
import { healthRoutes } from './platform/health/index.ts'
import { vcApiRoutes } from './verifier/vc-api/index.ts'
import { homeRoutes, verificationRoutes } from './verifier/verification/index.ts'

/** The whole HTTP surface, middleware in order. Nothing listens yet. */
export function createApp(services: Services): Express {
  const { config, log, secure } = services
  const http = httpDeps(services)

  const app = express()
  app.set('trust proxy', config.trustProxy)
  app.disable('x-powered-by')
  app.use(requestLog(log))
  app.use(securityHeaders({ secure }))
  app.use('/assets', serveAssets(join(PROJECT_DIR, 'templates', 'assets')))
  app.use(rateLimits.everything())
  for (const path of ['/v', '/s', '/credentials/:code']) app.use(path, rateLimits.codes())
  app.use('/invitations', rateLimits.credentials())
  app.use('/login', rateLimits.credentials())
  app.use(['/verify', '/credentials/verify', '/presentations/verify'], rateLimits.verification())

  app.use(declareRoutes(services, http).router)

  app.use(() => {
    throw new AppError('not-found')
  })
  app.use(errorHandler(http))
  return app
}

/** Every route of every feature, in the order they are matched. */
export function declareRoutes(services: Services, http: HttpDeps = httpDeps(services)): Routes {
  const routes = createRoutes(http)
  healthRoutes(services)(routes)
  homeRoutes(services)(routes)
  loginRoutes(services)(routes)
  accountRoutes(services)(routes)
  organisationRoutes(services)(routes)
  sessionRoutes(services)(routes)
  assessmentRoutes(services)(routes)
  importRoutes(services)(routes)
  evidenceRoutes(services)(routes)
  passportRoutes(services)(routes)
  slipRoutes(services)(routes)
  vcApiRoutes(services)(routes)
  verificationRoutes(services)(routes)
  achievementRoutes(services)(routes)
  credentialRoutes(services)(routes)
  statusListRoutes(services)(routes)
  keyRoutes(services)(routes)
  return routes
}

function httpDeps(services: Services): HttpDeps {
  const { ring, secure, sessionCookie } = services
  return {
    ...services,
    csrf: createCsrfGuard({ secret: ring.deriveSecret('csrf'), sessionCookie, secure }),
    resolveActor: (token) => services.login.resolve(token),
  }
}
