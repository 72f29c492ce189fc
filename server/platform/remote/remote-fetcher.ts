import type { Clock } from '../../kernel/clock.ts'
import type { Logger } from '../log/index.ts'
import { answerKey, askOnce, type HopDeps } from './ask-once.ts'
import { createGate } from './gate.ts'
import { parseJson } from './parse-json.ts'
import { RemoteError, type RemoteErrorCode } from './remote-error.ts'
import type { RemoteHosts } from './remote-hosts.ts'
import { checkRemoteUrl } from './remote-url.ts'
import { createResponseCache } from './response-cache.ts'
import type { Network } from './send-request.ts'
import { unlessStopped } from './unless-stopped.ts'

export interface FetchOptions {
  /** Media types asked for, as an `Accept` header. */
  readonly accept: string
  /** Longest body, before and after unpacking. */
  readonly maxBytes: number
  /** Ends this caller's wait; the answer may still serve the next one. */
  readonly signal?: AbortSignal
}

/** Reads JSON documents of others from the public internet. */
export interface RemoteFetcher {
  /** @throws RemoteError */
  readonly fetchJson: (url: string, options: FetchOptions) => Promise<unknown>
}

const LIMITS = {
  /** From the question to the last byte, redirects included. */
  totalMs: 8000,
  idleMs: 4000,
  maxHeaderBytes: 16_384,
  maxRedirects: 3,
  perHost: 4,
  overall: 16,
  waiting: 100,
  cacheBytes: 32 * 1024 * 1024,
  /** However long a server says its answer holds, a withdrawal is seen after this time. */
  maxFreshMs: 60 * 60 * 1000,
  /** How long a failure is remembered, so that a dead host is not asked with each page. */
  failureMs: 15_000,
  failures: 1000,
}

export interface RemoteFetcherOptions {
  readonly hosts: RemoteHosts
  readonly clock: Clock
  readonly log: Logger
  readonly limits?: Partial<typeof LIMITS>
  /** Never set outside tests. */
  readonly network?: Network
}

/** Says nothing of us but that a program reads. */
const USER_AGENT = 'Passerelle'

/**
 * The only way to documents of others: public hosts over https, few redirects each checked like the first address,
 * bounded in time, size and number, cached by HTTP's rules, without cookies or credentials. The same document asked for
 * by several at once is fetched once. What fails is logged by host and code alone: a path may name a person's badge.
 */
export function createRemoteFetcher(options: RemoteFetcherOptions): RemoteFetcher {
  const limits = { ...LIMITS, ...options.limits }
  const { hosts, clock, log } = options
  const failures = new Map<string, { readonly error: RemoteError; readonly until: number }>()
  const underway = new Map<string, Promise<unknown>>()
  const deps: HopDeps = {
    clock,
    limits,
    userAgent: USER_AGENT,
    network: options.network ?? {},
    gate: createGate(limits),
    cache: createResponseCache({ maxBytes: limits.cacheBytes, maxFreshMs: limits.maxFreshMs }),
  }

  async function fetchNow(first: URL, asked: FetchOptions): Promise<unknown> {
    const stop = new AbortController()
    const timer = setTimeout(() => stop.abort(), limits.totalMs)
    const asking: string[] = []
    try {
      let url = first
      for (let hop = 0; hop <= limits.maxRedirects; hop++) {
        asking.push(answerKey(url, asked.accept))
        const answer = await askOnce(deps, url, { ...asked, stop })
        if (answer.kind === 'document') return parseJson(answer.text, url.hostname)
        url = checkRemoteUrl(answer.location, hosts, url)
      }
      throw new RemoteError('too-many-redirects', first.hostname)
    } catch (error) {
      // what led to a failure is asked for again, however long its headers say it holds
      asking.forEach((key) => deps.cache.forget(key))
      throw error
    } finally {
      clearTimeout(timer)
    }
  }

  function remember(key: string, error: unknown): void {
    if (!(error instanceof RemoteError)) return
    log.info({ host: error.host, code: error.code }, 'remote document not had')
    if (PASSING.has(error.code)) return
    const [oldest] = failures.keys()
    if (failures.size >= limits.failures && oldest !== undefined) failures.delete(oldest)
    failures.set(key, { error, until: clock.now().getTime() + limits.failureMs })
  }

  return {
    async fetchJson(text, asked) {
      const url = checkRemoteUrl(text, hosts)
      const key = `${asked.accept} ${asked.maxBytes} ${url.href}`
      const failure = failures.get(key)
      if (failure !== undefined && failure.until > clock.now().getTime()) throw failure.error
      failures.delete(key)
      const fetching =
        underway.get(key) ??
        fetchNow(url, asked)
          .catch((error: unknown) => {
            remember(key, error)
            throw error
          })
          .finally(() => underway.delete(key))
      underway.set(key, fetching)
      return asked.signal === undefined ? fetching : await unlessStopped(asked.signal, fetching, url.hostname)
    },
  }
}

/** Says nothing about the document, only about how much we have to do. */
const PASSING: ReadonlySet<RemoteErrorCode> = new Set(['busy'])
