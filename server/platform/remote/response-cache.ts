import type CachePolicy from 'http-cache-semantics'

/** What one address answered: a document, or another address. */
export type Answer =
  | { readonly kind: 'document'; readonly text: string }
  | { readonly kind: 'redirect'; readonly location: string }

export interface CachedAnswer {
  readonly answer: Answer
  readonly policy: CachePolicy
  /** Milliseconds since the epoch until which it need not be asked for again. */
  readonly freshUntil: number
}

/** Answers by HTTP's caching rules (RFC 9111, as a shared cache), least recently used ones leaving first. */
export interface ResponseCache {
  get(key: string): CachedAnswer | undefined
  /** Keeps the answer if its headers allow it, fresh for at most `maxFreshMs`; forgets the former one if not. */
  put(key: string, answer: Answer, policy: CachePolicy, now: number): void
  forget(key: string): void
}

/** What an entry costs beside its text. */
const OVERHEAD = 2000

export function createResponseCache(limits: {
  readonly maxBytes: number
  readonly maxFreshMs: number
}): ResponseCache {
  // a Map keeps the order in which keys were set: the first is the one not used for the longest time
  const entries = new Map<string, CachedAnswer & { readonly size: number }>()
  let total = 0
  const forget = (key: string): void => {
    total -= entries.get(key)?.size ?? 0
    entries.delete(key)
  }
  return {
    forget,
    get(key) {
      const found = entries.get(key)
      if (found === undefined) return undefined
      entries.delete(key)
      entries.set(key, found)
      return found
    },
    put(key, answer, policy, now) {
      forget(key)
      const size =
        OVERHEAD + key.length + 2 * (answer.kind === 'document' ? answer.text : answer.location).length
      if (!policy.storable() || size > limits.maxBytes / 2) return
      // `timeToLive` would count the time in which a stale answer may be served; a status list must not be that old
      const freshMs = Math.min(Math.max(0, policy.maxAge() - policy.age()) * 1000, limits.maxFreshMs)
      entries.set(key, { answer, policy, freshUntil: now + freshMs, size })
      total += size
      for (const oldest of entries.keys()) {
        if (total <= limits.maxBytes) break
        forget(oldest)
      }
    },
  }
}
