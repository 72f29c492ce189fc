import type { JsonValue } from '../../vc/index.ts'
import type { VerifiedPage } from './verified-page.ts'

const MINUTE = 60_000
/** Dates and times as JSON-LD writes them (XML Schema 1.1, 3.3.7), or days. */
const INSTANT = /^\d{4}-\d\d-\d\d(T|$)/

/**
 * Until when at most the answer stays as it is when nothing is written, in milliseconds: the next minute, which the page
 * names, or the next instant that stands anywhere in the document, whatever it is about. At the instant itself and right
 * after it the answer may differ: it ends one validity and begins another.
 */
export function nextTurn(page: VerifiedPage, now: Date): number {
  const time = now.getTime()
  let turn = (Math.floor(time / MINUTE) + 1) * MINUTE
  for (const instant of instantsIn(page.document))
    for (const moment of [instant, instant + 1]) if (moment > time && moment < turn) turn = moment
  return turn
}

function* instantsIn(value: JsonValue | undefined): Generator<number> {
  if (typeof value === 'string') {
    const instant = INSTANT.test(value) ? Date.parse(value) : Number.NaN
    if (!Number.isNaN(instant)) yield instant
  } else if (Array.isArray(value)) for (const item of value) yield* instantsIn(item)
  else if (typeof value === 'object' && value !== null)
    for (const item of Object.values(value)) yield* instantsIn(item)
}
