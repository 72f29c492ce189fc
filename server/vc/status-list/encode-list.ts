import { nodeZlib } from '../node/node-crypto.ts'
import { VcError } from '../vc-error.ts'

/** Uncompressed bytes we are ready to read: 16 Mi entries, 128 times the minimum. */
const MAX_BYTES = 2 * 1024 * 1024
/** Encoded characters we are ready to read. Incompressible lists of the largest size just fit. */
const MAX_TEXT = 3 * 1024 * 1024

/** `encodedList` of a bitstring: multibase base64url (`u`) of its GZIP (Bitstring Status List 1.0, 3.3). */
export async function encodeList(bits: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([bits]).stream().pipeThrough(new CompressionStream('gzip'))
  return `u${base64UrlOf(new Uint8Array(await new Response(stream).arrayBuffer()))}`
}

/**
 * The bitstring of an `encodedList` (section 3.4). The size is bounded while reading: a small text that would unpack to
 * gigabytes is refused after `maxBytes`. Throws `bitstring-invalid`.
 */
export async function decodeList(
  text: string,
  limits: { maxBytes?: number } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const compressed = bytesOf(text)
  const maxBytes = limits.maxBytes ?? MAX_BYTES
  if (nodeZlib !== undefined) return decompressAtOnce(nodeZlib, compressed, maxBytes)
  const reader = new Blob([compressed]).stream().pipeThrough(new DecompressionStream('gzip')).getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw new VcError('bitstring-invalid', 'not GZIP', [], { cause })
    })
    if (done) return joined(chunks, size)
    size += value.length
    if (size > maxBytes) {
      await reader.cancel().catch(() => undefined)
      throw new VcError('bitstring-invalid', `more than ${maxBytes} bytes`)
    }
    chunks.push(value)
  }
}

/** In Node, without the detour through streams. */
function decompressAtOnce(
  { gunzipSync }: NonNullable<typeof nodeZlib>,
  compressed: Uint8Array,
  maxBytes: number,
): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(gunzipSync(compressed, { maxOutputLength: maxBytes }))
  } catch (cause) {
    const isTooLong = cause instanceof RangeError
    throw new VcError('bitstring-invalid', isTooLong ? `more than ${maxBytes} bytes` : 'not GZIP', [], {
      cause,
    })
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}

function base64UrlOf(bytes: Uint8Array): string {
  let binary = ''
  for (let start = 0; start < bytes.length; start += 8192) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 8192))
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  if (text.length > MAX_TEXT) throw new VcError('bitstring-invalid', 'the encoded list is too long')
  if (!/^u[A-Za-z0-9_-]+$/.test(text)) throw new VcError('bitstring-invalid', 'not multibase base64url')
  try {
    const binary = atob(text.slice(1).replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(binary, (symbol) => symbol.charCodeAt(0))
  } catch (cause) {
    throw new VcError('bitstring-invalid', 'not multibase base64url', [], { cause })
  }
}
