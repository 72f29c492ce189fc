import type { IsoDate } from '../../kernel/clock.ts'

/** Openings of one page on one day that no row knows yet. */
export interface UncountedVisits {
  readonly code: string
  readonly day: IsoDate
  readonly visits: number
}

/** Counts in memory: writing each visit down would make every other verdict be worked out anew. */
export interface VisitCounter {
  count(code: string, day: IsoDate, visits?: number): void
  /** Everything counted since the last time, which is forgotten here. */
  take(): UncountedVisits[]
}

/** Pages with a number of their own at once: more than a region prints in a year, and some megabytes at most. */
const MOST_PAGES = 20_000

/**
 * The openings of this process that wait to be written down. A process that is killed loses those of its last minute; one
 * that is told to stop writes them first.
 */
export function createVisitCounter(mostPages = MOST_PAGES): VisitCounter {
  let waiting = new Map<string, UncountedVisits>()
  return {
    count(code, day, visits = 1) {
      const key = `${code} ${day}`
      const known = waiting.get(key)
      if (known === undefined && waiting.size >= mostPages) return
      waiting.set(key, { code, day, visits: (known?.visits ?? 0) + visits })
    },
    take() {
      const taken = [...waiting.values()]
      waiting = new Map()
      return taken
    },
  }
}
