import { MAX_DEPTH, MAX_DOCUMENT_LENGTH } from './limits.ts'
import { isDeeperThan } from './json-depth.ts'
import { carried, problem, type Reading, type ReadingContext } from './reading.ts'

/** A compact JWS (RFC 7515, 7.1): header, payload, signature. That of an unsecured token is empty. */
const COMPACT = /^[A-Za-z0-9_-]{2,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/
/** A compact JWE (RFC 7516, 7.1) has five parts. */
const ENCRYPTED = /^[A-Za-z0-9_-]{2,}(?:\.[A-Za-z0-9_-]*){4}$/
/** The disclosures of an SD-JWT (RFC 9901, 4) follow it, each behind a tilde. */
const WITH_DISCLOSURES = /^[A-Za-z0-9_-]{2,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+~/

type Parsed = Readonly<Record<string, unknown>>

/** A compact token of any kind, by its header and payload; undefined when the text is none. Nothing is verified. */
export function readToken(text: string, context: ReadingContext): Reading | undefined {
  if (WITH_DISCLOSURES.test(text))
    return decode(text.split('.')[0]) === undefined ? undefined : problem('sd-jwt')
  if (ENCRYPTED.test(text)) return decode(text.split('.')[0]) === undefined ? undefined : problem('jwt-other')
  if (!COMPACT.test(text)) return undefined
  const [first, second] = text.split('.')
  const header = decode(first)
  if (header === undefined || typeof header['alg'] !== 'string') return undefined
  if (text.length > MAX_DOCUMENT_LENGTH) return problem('too-large')
  const payload = decode(second)
  if (payload === undefined) return problem('jwt-other')
  return sort(text, header, payload, context)
}

function sort(token: string, header: Parsed, payload: Parsed, context: ReadingContext): Reading {
  const type = typeof header['typ'] === 'string' ? header['typ'].toLowerCase() : ''
  if (type.endsWith('sd-jwt') || payload['_sd'] !== undefined || payload['_sd_alg'] !== undefined)
    return problem('sd-jwt')
  if (payload['recipient'] !== undefined && payload['badge'] !== undefined)
    return { kind: 'open-badge-2', assertion: payload as never, signed: true, ...carried(context) }
  if (payload['vp'] !== undefined || type.startsWith('vp')) return problem('jwt-presentation')
  if (payload['vc'] !== undefined || payload['credentialSubject'] !== undefined)
    return { kind: 'jwt', token, ...carried(context) }
  return problem('jwt-other')
}

/** A base64url part as a JSON object; undefined when it is none. */
function decode(part: string | undefined): Parsed | undefined {
  if (part === undefined || part.length > MAX_DOCUMENT_LENGTH) return undefined
  const text = Buffer.from(part, 'base64url').toString('utf8')
  if (isDeeperThan(text, MAX_DEPTH)) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Parsed)
      : undefined
  } catch {
    return undefined
  }
}
