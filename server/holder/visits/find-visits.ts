import type { Clock } from '../../kernel/clock.ts'
import type { LearnerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { keptSince, recentSince } from './days.ts'
import { sumVisits } from './store.ts'

/** How often pages were opened by others: never who, from where, or at what time. */
export interface VisitNumbers {
  /** The last thirty days. */
  readonly recently: number
  /** As long as numbers are kept: thirteen months. */
  readonly inAll: number
}

export interface OwnVisits {
  /** The passport, in all its versions. */
  readonly passport: VisitNumbers
  /** The page of one credential, in the last thirty days. */
  recentlyOf(code: string): number
}

/** What a young person may know of those who checked. */
export async function findVisits(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  learnerId: LearnerId,
): Promise<OwnVisits> {
  const now = clock.now()
  const recent = await sumVisits(db, learnerId, recentSince(now))
  const all = await sumVisits(db, learnerId, keptSince(now))
  const ofPassports = (found: typeof all) =>
    found.reduce((sum, { kind, visits }) => (kind === 'passport' ? sum + visits : sum), 0)
  const byCode = new Map(recent.map(({ code, visits }) => [code, visits]))
  return {
    passport: { recently: ofPassports(recent), inAll: ofPassports(all) },
    recentlyOf: (code) => byCode.get(code) ?? 0,
  }
}
