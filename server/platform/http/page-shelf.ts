import { gzipSync } from 'node:zlib'
import type { Request, Response } from 'express'
import type { Language } from '../../kernel/locale.ts'

/**
 * A page ready to send, with all its headers, as it is or compressed. The bytes stand in a string of one byte a character
 * (latin1): Node sends that in one piece with the headers, where a buffer is a second piece, a third of all the time this
 * answer takes.
 */
interface Sealed {
  /** Names and values in turn, as `writeHead` takes them. */
  readonly headers: readonly string[]
  readonly body: string
}

export interface PackedPage {
  readonly status: number
  readonly plain: Sealed
  readonly gzip: Sealed
}

/** Pages ready to send, by language and path. */
export type PageShelf = Map<string, PackedPage>

/** Languages, and a few ways to write an address in capitals or not: a shelf is no store for whoever thinks up more. */
export const SHELF_PLACES = 8

/** Where on a shelf the page of a path stands, in a language. */
export const placeOf = (language: Language, path: string): string => `${language} ${path}`

/**
 * Packs a page with the status and the headers its first answer has, so that those who get it later get the same.
 * @throws Error when the answer sets a cookie: that was for one visitor
 */
export function packPage(html: string, res: Response): PackedPage {
  if (res.hasHeader('Set-Cookie')) throw new Error('a page for everybody sets no cookie')
  res.vary('Accept-Encoding')
  const common = Object.entries(res.getHeaders())
    .filter(([name]) => !NOT_KEPT.test(name))
    .flatMap(([name, value]) => [name, String(value)])
  const seal = (bytes: Buffer, coding: readonly string[]): Sealed => ({
    headers: [...common, ...coding, 'Content-Length', String(bytes.length)],
    body: bytes.toString('latin1'),
  })
  const plain = Buffer.from(html, 'utf8')
  return {
    status: res.statusCode,
    plain: seal(plain, []),
    gzip: seal(gzipSync(plain, { level: 6 }), ['Content-Encoding', 'gzip']),
  }
}

/** How often this visitor may still ask is said to nobody else. */
const NOT_KEPT = /^ratelimit/

/**
 * Sends a page of the shelf. It may be compressed where others may not (BREACH): it holds no token and nothing that the
 * visitor sent. Not by `res.send`, which would hash a page that nobody may keep.
 */
export function sendPacked(req: Request, res: Response, page: PackedPage): void {
  const { headers, body } = TAKES_GZIP.test(req.headers['accept-encoding'] ?? '') ? page.gzip : page.plain
  res.writeHead(page.status, [...headers]).end(body, 'latin1')
}

/** `gzip`, as every browser writes it (RFC 9110, 12.5.3); who gives it a weight gets the plain page. */
const TAKES_GZIP = /(^|,)\s*gzip\s*(,|$)/i
