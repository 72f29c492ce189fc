import compression from 'compression'
import { static as serveStatic, type RequestHandler } from 'express'
import type { Scripts, Views, WasmFiles } from '../views/index.ts'

/**
 * Files of `templates/assets` under `/assets`: their URLs carry a hash, so they are kept for a year. They are sent
 * compressed; pages are not, because a page holds a token beside what a visitor typed (BREACH).
 */
export function serveAssets(dir: string, views: Pick<Views, 'scripts' | 'wasm'>): RequestHandler[] {
  return [
    compression(),
    serveScripts(views.scripts),
    serveWasm(views.wasm),
    serveStatic(dir, { index: false, immutable: true, maxAge: '365d', dotfiles: 'ignore' }),
  ]
}

const FOR_A_YEAR = 'public, max-age=31536000, immutable'

/** `/js/<name>.js`, made from `browser/<name>`. */
function serveScripts(scripts: Scripts): RequestHandler {
  return (req, res, next) => {
    const [, name] = /^\/js\/([a-z-]+)\.js$/.exec(req.path) ?? []
    const script = name === undefined ? undefined : scripts.find(name)
    if (script === undefined) next()
    else res.set('Cache-Control', FOR_A_YEAR).type('text/javascript').send(script.source)
  }
}

/** `/wasm/<name>.wasm`, out of the package that ships it. */
function serveWasm(wasm: WasmFiles): RequestHandler {
  return (req, res, next) => {
    const [, name] = /^\/wasm\/([a-z-]+)\.wasm$/.exec(req.path) ?? []
    const file = name === undefined ? undefined : wasm.find(name)
    if (file === undefined) next()
    else res.set('Cache-Control', FOR_A_YEAR).type('application/wasm').send(file.bytes)
  }
}
