import { isJsonObject } from '../json-value.ts'
import type { JsonObject } from '../json-value.ts'
import { failed, unavailable } from '../verification-result.ts'
import type { Check } from '../verification-result.ts'

/** Real passports are about 15 levels deep; the libraries below recurse and would overflow somewhere above a thousand. */
const MAX_DEPTH = 64
/** Members and items in all: a passport of 60 credentials has about 12,000; 20,000 take about two seconds to verify. */
const MAX_VALUES = 20_000
/** Contexts in one list, and members and items of all contexts: each is applied anew, some to every node. */
const MAX_CONTEXTS = 16
const MAX_CONTEXT_VALUES = 1500
/** Characters of all strings and names together. */
const MAX_TEXT = 8_000_000
/**
 * Names of blank nodes (`_:b0`). With them statements can run in rings, and telling apart the nodes of a ring that are all
 * alike takes a time that grows with the square of their number (RDF Dataset Canonicalization 1.0, 7.1).
 */
const MAX_BLANK_NODE_NAMES = 500

/**
 * Whether `value` is JSON of a size we are ready to read: an object of plain objects, arrays, strings, finite numbers,
 * booleans and nulls. The bounds end the walk on cycles too. What is too big for us is `unavailable`: we did not read it,
 * so that nobody may call it forged.
 */
export function boundDocument(value: unknown): { document: JsonObject } | { check: Check } {
  if (!isJsonObject(value)) return { check: failed('document', 'not-a-json-object') }
  const check = refuseNode(value, 1, { count: 0, text: 0, contexts: 0, blank: 0 })
  return check === undefined ? { document: value } : { check }
}

interface Tally {
  count: number
  text: number
  contexts: number
  blank: number
}

function refuseNode(value: object, depth: number, tally: Tally): Check | undefined {
  if (depth > MAX_DEPTH)
    return unavailable('document', 'too-deep', { detail: `more than ${MAX_DEPTH} levels` })
  if (Array.isArray(value)) {
    for (const item of value) {
      const check = refuseValue('', item, depth, tally)
      if (check !== undefined) return check
    }
    return undefined
  }
  if (!isPlainObject(value)) return failed('document', 'not-json')
  for (const name of Object.keys(value)) {
    // An own member of this name is lost when the libraries copy the object: it would be there without being signed.
    if (name === '__proto__') return failed('document', 'not-json')
    const before = tally.count
    const check = refuseValue(name, value[name], depth, tally)
    if (check !== undefined) return check
    if (name !== '@context') continue
    tally.contexts += tally.count - before
    const inList = Array.isArray(value[name]) ? value[name].length : 1
    if (inList > MAX_CONTEXTS || tally.contexts > MAX_CONTEXT_VALUES)
      return unavailable('document', 'too-large', { detail: 'contexts' })
  }
  return undefined
}

function refuseValue(name: string, value: unknown, depth: number, tally: Tally): Check | undefined {
  tally.count += 1
  tally.text += name.length
  if (typeof value === 'string') {
    tally.text += value.length
    if (value.startsWith('_:')) tally.blank += 1
  }
  if (tally.count > MAX_VALUES || tally.text > MAX_TEXT || tally.blank > MAX_BLANK_NODE_NAMES)
    return unavailable('document', 'too-large')
  if (typeof value === 'object' && value !== null) return refuseNode(value, depth + 1, tally)
  return isScalar(value) ? undefined : failed('document', 'not-json', { detail: name })
}

function isPlainObject(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value)
  // Objects of another realm (a worker, a test runner's sandbox) have their own Object.prototype.
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
}
