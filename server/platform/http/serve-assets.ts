import compression from 'compression'
import { static as serveStatic, type RequestHandler } from 'express'
import type { Scripts } from '../views/index.ts'

/**
 * Files of `templates/assets` under `/assets`: their URLs carry a hash, so they are kept for a year. They are sent
 * compressed; pages are not, because a page holds a token beside what a visitor typed (BREACH).
 */
export function serveAssets(dir: string, scripts: Scripts): RequestHandler[] {
  return [
    compression(),
    serveScripts(scripts),
    serveStatic(dir, { index: false, immutable: true, maxAge: '365d', dotfiles: 'ignore' }),
  ]
}

/** `/js/<name>.js`, made from `browser/<name>`. */
function serveScripts(scripts: Scripts): RequestHandler {
  return (req, res, next) => {
    const [, name] = /^\/js\/([a-z-]+)\.js$/.exec(req.path) ?? []
    const script = name === undefined ? undefined : scripts.find(name)
    if (script === undefined) next()
    else
      res
        .set('Cache-Control', 'public, max-age=31536000, immutable')
        .type('text/javascript')
        .send(script.source)
  }
}
