import { checkJsonDepth } from '../http/check-json-depth.ts'
import { RemoteError } from './remote-error.ts'

/** JSON, a vocabulary on top of it (`+json`), or one of the media types of credentials that are JSON without saying so. */
const JSON_TYPE = /^application\/(json|[a-z0-9.+-]+\+json|vc|vp|did|cid)$/
const UTF_8 = /^charset="?(utf-8|utf8|us-ascii)"?$/

/**
 * Reads the body of an answer whose `Content-Type` calls it JSON, in UTF-8 (RFC 8259, 8.1).
 * @throws RemoteError `type-refused`; the function answered: `json-invalid`
 */
export function decodeJsonText(contentType: string | undefined, host: string): (bytes: Uint8Array) => string {
  const [type = '', ...parameters] = (contentType ?? '').toLowerCase().split(';')
  const charset = parameters.map((text) => text.trim()).find((text) => text.startsWith('charset='))
  if (!JSON_TYPE.test(type.trim()) || (charset !== undefined && !UTF_8.test(charset)))
    throw new RemoteError('type-refused', host)
  return (bytes) => {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch (cause) {
      throw new RemoteError('json-invalid', host, { cause })
    }
  }
}

/** @throws RemoteError `json-invalid`, `json-too-deep` */
export function parseJson(text: string, host: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new RemoteError('json-invalid', host, { cause })
  }
  try {
    checkJsonDepth(value)
  } catch (cause) {
    throw new RemoteError('json-too-deep', host, { cause })
  }
  return value
}
