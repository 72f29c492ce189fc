import { join } from 'node:path'
import express, { type Express } from 'express'
import { PROJECT_DIR, type Services } from './compose.ts'
import { watchVerdicts } from './holder/visits/index.ts'
import { AppError } from './kernel/errors.ts'
import { errorHandler, rateLimits, requestLog, securityHeaders, serveAssets } from './platform/http/index.ts'
import { createVerdictCache, readyVerdicts } from './verifier/verification/index.ts'
import { declareRoutes, httpDeps } from './declare-routes.ts'
import { limitRates } from './limit-rates.ts'

/** The whole HTTP surface, middleware in order. Nothing listens yet. */
export function createApp(services: Services): Express {
  const { config, log, secure } = services
  const http = httpDeps(services)

  const app = express()
  app.set('trust proxy', config.trustProxy)
  app.disable('x-powered-by')
  app.use(requestLog(log, (request) => services.metrics.requestAnswered(request)))
  const verdicts = createVerdictCache(services)
  const guesses = rateLimits.guesses()
  app.use(watchVerdicts(services))
  app.use(readyVerdicts(verdicts))
  app.use(securityHeaders({ secure }))
  app.use('/assets', serveAssets(join(PROJECT_DIR, 'templates', 'assets'), services.views))
  limitRates(app, guesses, services.conformance !== undefined)

  app.use(declareRoutes(services, http, verdicts, guesses).router)

  app.use(() => {
    throw new AppError('not-found')
  })
  app.use(errorHandler(http))
  return app
}
