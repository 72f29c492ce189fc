import type { IncomingMessage } from 'node:http'
import CachePolicy from 'http-cache-semantics'
import type { Clock } from '../../kernel/clock.ts'
import type { Gate } from './gate.ts'
import { decodeJsonText } from './parse-json.ts'
import { ENCODINGS, readBody } from './read-body.ts'
import { RemoteError } from './remote-error.ts'
import type { Answer, CachedAnswer, ResponseCache } from './response-cache.ts'
import { asRemoteError, sendRequest, type Network, type RequestLimits } from './send-request.ts'

export interface HopDeps {
  readonly clock: Clock
  readonly limits: RequestLimits
  readonly userAgent: string
  readonly network: Network
  readonly gate: Gate
  readonly cache: ResponseCache
}

export interface HopOptions {
  readonly accept: string
  readonly maxBytes: number
  readonly stop: AbortController
}

/** One address asked once, unless its last answer is still fresh: a document, or where to ask next. */
export async function askOnce(deps: HopDeps, url: URL, options: HopOptions): Promise<Answer> {
  const key = answerKey(url, options.accept)
  const known = deps.cache.get(key)
  const host = url.hostname
  if (known !== undefined && known.freshUntil > deps.clock.now().getTime())
    return bounded(known.answer, options, host)
  const entered = await deps.gate.enter(host, options.stop.signal, async () => {
    try {
      return await ask(deps, url, { ...options, key, known })
    } catch (error) {
      throw asRemoteError(error, host, options.stop.signal)
    }
  })
  if (entered === undefined) throw new RemoteError('busy', host)
  return bounded(entered.result, options, host)
}

/** The name of an answer in the cache. */
export const answerKey = (url: URL, accept: string): string => `${accept} ${url.href}`

/** What was kept for somebody with more room may be too long for this one. */
function bounded(answer: Answer, { maxBytes }: HopOptions, host: string): Answer {
  if (answer.kind === 'document' && Buffer.byteLength(answer.text) > maxBytes)
    throw new RemoteError('too-large', host)
  return answer
}

async function ask(
  deps: HopDeps,
  url: URL,
  options: HopOptions & { readonly key: string; readonly known: CachedAnswer | undefined },
): Promise<Answer> {
  const { key, known, stop } = options
  const plain = {
    method: 'GET',
    url: url.href,
    headers: { 'user-agent': deps.userAgent, accept: options.accept, 'accept-encoding': ENCODINGS },
  }
  const headers = known === undefined ? plain.headers : conditional(plain, known.policy)
  const response = await sendRequest(url, headers, { network: deps.network, limits: deps.limits, stop })
  try {
    const now = deps.clock.now().getTime()
    const status = response.statusCode ?? 0
    const heard = { status, headers: response.headers }
    if (status === 304 && known !== undefined) {
      const { policy } = known.policy.revalidatedPolicy({ ...plain, headers }, heard)
      deps.cache.put(key, known.answer, policy, now)
      return known.answer
    }
    const answer = await readAnswer(response, options.maxBytes, url.hostname)
    deps.cache.put(key, answer, new CachePolicy(plain, heard, { shared: true }), now)
    return answer
  } finally {
    response.destroy()
  }
}

/** The headers that ask whether what we have is still the newest. */
function conditional(
  plain: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
  policy: CachePolicy,
): Record<string, string> {
  const headers = Object.entries(policy.revalidationHeaders(plain))
  return Object.fromEntries(
    headers.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]

async function readAnswer(response: IncomingMessage, maxBytes: number, host: string): Promise<Answer> {
  const { statusCode = 0, headers } = response
  if (REDIRECTS.includes(statusCode)) {
    if (headers.location === undefined) throw new RemoteError('redirect-refused', host)
    return { kind: 'redirect', location: headers.location }
  }
  if (statusCode !== 200) throw new RemoteError('status-refused', host)
  // before the body is read: a page is not worth its bytes
  const decode = decodeJsonText(headers['content-type'], host)
  return { kind: 'document', text: decode(await readBody(response, maxBytes, host)) }
}
