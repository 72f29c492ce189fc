import { static as serveStatic, type RequestHandler } from 'express'

/** Files of `templates/assets` under `/assets`: their URLs carry a hash, so they are kept for a year. */
export function serveAssets(dir: string): RequestHandler {
  return serveStatic(dir, { index: false, immutable: true, maxAge: '365d', dotfiles: 'ignore' })
}
