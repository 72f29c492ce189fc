import type { Request, RequestHandler } from 'express'
import { negotiatePublic } from '../i18n/index.ts'
import { placeOf, sendPacked, type PackedPage } from './page-shelf.ts'

/** Pages of one route that are the same for everybody, some of them ready to send. */
export interface ReadyPages {
  /** The route's pattern: what the log and the metrics count them by. */
  readonly route: string
  /** Paths that may have one; the first group is what `find` is asked for. */
  readonly path: RegExp
  /** The page at this place of the shelf of `asked`, if there is one and it is still true. */
  find(asked: string, place: string): PackedPage | undefined | Promise<PackedPage | undefined>
}

/**
 * Sends a page that is ready before anything else is done: no route is looked for, no header worked out. It is for
 * visitors who bring nothing of their own (a browser that asks for a page, without cookies or a question in the address)
 * and answers them as the route itself would. Everybody else, and every page that is not ready, goes the usual way.
 * These answers do not count among those an address may have in a minute: to refuse one costs more than to send it.
 */
export function sendReadyPages(pages: ReadyPages): RequestHandler {
  const route = { path: pages.route }
  return (req, res, next) => {
    const asked = asksForAnyPage(req) ? pages.path.exec(req.url)?.[1] : undefined
    if (asked === undefined) {
      next()
      return
    }
    const send = (page: PackedPage | undefined): void => {
      if (page === undefined) next()
      else {
        req.route = route
        sendPacked(req, res, page)
      }
    }
    const found = pages.find(asked, placeOf(negotiatePublic(req.headers['accept-language']), req.url))
    if (found instanceof Promise) found.then(send).catch(next)
    else send(found)
  }
}

/** A page is what they want first of all (RFC 9110, 12.5.1), and nothing says who they are. */
const asksForAnyPage = ({ method, headers }: Request): boolean =>
  method === 'GET' && headers.cookie === undefined && PAGE_FIRST.test(headers.accept ?? '')

const PAGE_FIRST = /^text\/html(,|$)/
