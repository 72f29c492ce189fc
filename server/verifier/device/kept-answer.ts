import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Request, Response } from '../../platform/http/index.ts'

/** An answer that is the same for everybody, ready to send. */
export interface KeptAnswer {
  readonly type: string
  readonly etag: string
  readonly plain: Buffer
  readonly gzip: Buffer
}

/** @param same what the tag stands for, when it is not every byte */
export function keptAnswer(type: string, text: string, same = text): KeptAnswer {
  const plain = Buffer.from(text, 'utf8')
  const etag = `"${createHash('sha256').update(same).digest('base64url').slice(0, 22)}"`
  return { type, etag, plain, gzip: gzipSync(plain) }
}

export const keptJson = (value: object, same?: object): KeptAnswer =>
  keptAnswer('application/json', JSON.stringify(value), same && JSON.stringify(same))

/**
 * Sends it, or says that the visitor has it already. Kept by them and asked for again each time. It may be compressed
 * (BREACH): it holds no secret and nothing that the visitor sent.
 */
export function sendKept(req: Request, res: Response, { type, etag, plain, gzip }: KeptAnswer): void {
  res.set({ 'Cache-Control': 'no-cache', 'X-Robots-Tag': 'noindex', ETag: etag })
  res.vary('Accept-Encoding')
  if (req.fresh) {
    res.status(304).end()
    return
  }
  const compressed = req.acceptsEncodings('gzip') === 'gzip'
  if (compressed) res.set('Content-Encoding', 'gzip')
  const bytes = compressed ? gzip : plain
  res.type(type).set('Content-Length', String(bytes.length)).end(bytes)
}
