import type { Db } from '../../platform/db/index.ts'
import { openAnswer, type SealRing } from './seal.ts'
import {
  deleteYear,
  insertCounts,
  selectCounts,
  selectSealed,
  selectYearsBefore,
  type Counted,
} from './store.ts'
import { indicatorYear, type SupportDeps } from './record-support-needs.ts'
import { SUPPORT_NEEDS, SUPPORT_THRESHOLD, type SupportNeed } from './support-needs.ts'

/** People of the whole network in a year; null for a number below {@link SUPPORT_THRESHOLD}, none included. */
export interface SupportCounts {
  readonly year: number
  /** Who answered otherwise than « ne souhaite pas répondre ». */
  readonly answered: number | null
  /** One person may name several. */
  readonly needs: Readonly<Record<SupportNeed, number | null>>
}

/**
 * The one way in which what was answered is read for others: as numbers, of the whole network, never small ones. Whoever
 * shows them beside other numbers of the same people must also hide those from which a hidden one could be computed
 * (secondary suppression): this function cannot know what they are shown beside.
 */
export async function countSupportNeeds(
  deps: { readonly db: Db; readonly ring: SealRing },
  year: number,
): Promise<SupportCounts> {
  const kept = await selectCounts(deps.db, year)
  const live = await count(deps, year)
  const shown = (what: Counted): number | null => kept.get(what) ?? large(live.get(what))
  const needs = Object.fromEntries(SUPPORT_NEEDS.map((need) => [need, shown(need)]))
  return { year, answered: shown('answered'), needs: needs as SupportCounts['needs'] }
}

const large = (people = 0): number | null => (people < SUPPORT_THRESHOLD ? null : people)

async function count(
  { db, ring }: { readonly db: Db; readonly ring: SealRing },
  year: number,
): Promise<ReadonlyMap<Counted, number>> {
  const people = new Map<Counted, number>()
  const add = (what: Counted): unknown => people.set(what, (people.get(what) ?? 0) + 1)
  for (const sealed of await selectSealed(db, { year })) {
    const answer = openAnswer(ring, sealed)
    if (answer === undefined || answer.declined) continue
    add('answered')
    for (const need of answer.needs) add(need)
  }
  return people
}

/**
 * Deletes the answers of the years that are over in Paris and keeps their numbers, small ones not even so. Running it
 * again does nothing. Returns how many answers went.
 */
export async function closeSupportYears(deps: SupportDeps): Promise<number> {
  let gone = 0
  await deps.db.transaction(async (trx) => {
    for (const year of await selectYearsBefore(trx, indicatorYear(deps.clock))) {
      const all = await count({ db: trx, ring: deps.ring }, year)
      await insertCounts(trx, year, new Map([...all].filter(([, people]) => people >= SUPPORT_THRESHOLD)))
      gone += await deleteYear(trx, year)
    }
  })
  return gone
}
