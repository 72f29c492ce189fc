import type { Request, RequestHandler } from 'express'
import type { Logger } from '../log/index.ts'

/** What an answered request is counted by. */
export interface AnsweredRequest {
  readonly method: string
  readonly route: string
  readonly status: number
  readonly seconds: number
}

/** One line a request: the route's pattern and never its path, because paths carry codes and links. */
export function requestLog(log: Logger, answered: (request: AnsweredRequest) => void): RequestHandler {
  // nothing is written here but the four fields below: no secret has to be looked for in them
  const lines = log.child({}, { redact: [] })
  return (req, res, next) => {
    const start = performance.now()
    res.on('finish', () => {
      const { method } = req
      const milliseconds = performance.now() - start
      const request = { method, route: routePattern(req), status: res.statusCode }
      lines.info({ ...request, milliseconds: Math.round(milliseconds) }, 'request')
      answered({ ...request, seconds: milliseconds / 1000 })
    })
    next()
  }
}

function routePattern(req: Request): string {
  const route: unknown = req.route
  return typeof route === 'object' && route !== null && 'path' in route ? String(route.path) : '-'
}
