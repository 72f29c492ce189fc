import compression from 'compression'
import { static as serveStatic, type RequestHandler } from 'express'

/**
 * Files of `templates/assets` under `/assets`: their URLs carry a hash, so they are kept for a year. They are sent
 * compressed; pages are not, because a page holds a token beside what a visitor typed (BREACH).
 */
export function serveAssets(dir: string): RequestHandler[] {
  return [
    compression(),
    serveStatic(dir, { index: false, immutable: true, maxAge: '365d', dotfiles: 'ignore' }),
  ]
}
