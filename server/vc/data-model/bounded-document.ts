import { isJsonObject } from '../json-value.ts'
import type { JsonObject } from '../json-value.ts'
import { failed, unavailable } from '../verification-result.ts'
import type { Check } from '../verification-result.ts'

/** Real passports are about 15 levels deep; the libraries below recurse and would overflow somewhere above a thousand. */
const MAX_DEPTH = 64
/** Members and items in all: a passport of 60 credentials has about 12,000; 20,000 take about two seconds to verify. */
const MAX_VALUES = 20_000
/** Characters of all strings and names together. */
const MAX_TEXT = 8_000_000

/**
 * Whether `value` is JSON of a size we are ready to read: an object of plain objects, arrays, strings, finite numbers,
 * booleans and nulls. Walks without recursion, so that it cannot itself overflow, and ends on cycles by the bounds. What
 * is too big for us is `unavailable`: we did not read it, so that nobody may call it forged.
 */
export function boundDocument(value: unknown): { document: JsonObject } | { check: Check } {
  if (!isJsonObject(value)) return { check: failed('document', 'not-a-json-object') }
  let count = 0
  let text = 0
  const pending: { value: unknown; depth: number }[] = [{ value, depth: 1 }]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.depth > MAX_DEPTH)
      return { check: unavailable('document', 'too-deep', { detail: `more than ${MAX_DEPTH} levels` }) }
    const children = childrenOf(next.value)
    if (children === undefined) return { check: failed('document', 'not-json') }
    for (const [name, child] of children) {
      count += 1
      text += name.length + (typeof child === 'string' ? child.length : 0)
      if (count > MAX_VALUES || text > MAX_TEXT) return { check: unavailable('document', 'too-large') }
      if (typeof child === 'object' && child !== null) pending.push({ value: child, depth: next.depth + 1 })
      else if (!isScalar(child)) return { check: failed('document', 'not-json', { detail: name }) }
    }
  }
  return { document: value }
}

function childrenOf(value: unknown): [string, unknown][] | undefined {
  if (Array.isArray(value)) return value.map((item: unknown): [string, unknown] => ['', item])
  if (!isPlainObject(value)) return undefined
  // An own member of this name is lost when the libraries copy the object: it would be there without being signed.
  return Object.hasOwn(value, '__proto__') ? undefined : Object.entries(value)
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  // Objects of another realm (a worker, a test runner's sandbox) have their own Object.prototype.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
}
