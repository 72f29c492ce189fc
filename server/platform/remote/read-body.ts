import type { IncomingMessage } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip } from 'node:zlib'
import { RemoteError } from './remote-error.ts'

/** What `Accept-Encoding` offers; nothing else is unpacked. */
export const ENCODINGS = 'gzip, br'

/**
 * The body of an answer, unpacked. Bytes are counted as they arrive and again as they are unpacked, each at most
 * `maxBytes`: a small body that would unpack to gigabytes costs no more than that.
 *
 * @throws RemoteError `too-large`, `encoding-refused`
 */
export async function readBody(
  response: IncomingMessage,
  maxBytes: number,
  host: string,
): Promise<Uint8Array> {
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) throw new RemoteError('too-large', host)
  const limit = limitTo(maxBytes, host)
  const chunks: Uint8Array[] = []
  const collect = async (source: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const chunk of source) chunks.push(chunk)
  }
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  switch (encoding) {
    case 'identity':
      await pipeline(response, limit, collect)
      break
    case 'gzip':
    case 'br':
      await pipeline(
        response,
        limit,
        encoding === 'br' ? createBrotliDecompress() : createGunzip(),
        limit,
        collect,
      )
      break
    default:
      throw new RemoteError('encoding-refused', host)
  }
  return Buffer.concat(chunks)
}

function limitTo(maxBytes: number, host: string) {
  return async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let size = 0
    for await (const chunk of source) {
      size += chunk.length
      if (size > maxBytes) throw new RemoteError('too-large', host)
      yield chunk
    }
  }
}
