import type { Request, RequestHandler } from 'express'
import type { Logger } from '../log/index.ts'

/** One line a request: the route's pattern and never its path, because paths carry codes and links. */
export function requestLog(log: Logger): RequestHandler {
  return (req, res, next) => {
    const start = performance.now()
    res.on('finish', () => {
      const milliseconds = Math.round(performance.now() - start)
      log.info(
        { method: req.method, route: routePattern(req), status: res.statusCode, milliseconds },
        'request',
      )
    })
    next()
  }
}

function routePattern(req: Request): string {
  const route: unknown = req.route
  return typeof route === 'object' && route !== null && 'path' in route ? String(route.path) : '-'
}
