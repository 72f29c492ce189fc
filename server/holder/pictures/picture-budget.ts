import type { Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { LearnerId } from '../../kernel/ids.ts'

/** What a picture costs, one unit being about ten milliseconds of one core. */
export const COSTS = { preview: 1, badge: 8, pages: 40 } as const

/** The page of twenty badges opened twelve times, thirty badges or six files for Europass: more than anybody wants. */
const UNITS_A_MINUTE = 240
const MINUTE = 60_000

/** Says that somebody has pictures drawn. */
export type SpendOnPictures = (learnerId: LearnerId, cost: number) => void

/**
 * How much one person may have drawn in a minute, whatever address they come from. Drawing takes a hundred times what a page
 * takes: at the pace at which an address may ask for pages, one telephone would keep every core busy.
 * The function it gives throws AppError `too-many-requests` past that.
 */
export function createPictureBudget({ clock }: { readonly clock: Clock }): SpendOnPictures {
  const spent = new Map<LearnerId, number>()
  let until = 0
  return (learnerId, cost) => {
    const now = clock.now().getTime()
    if (now >= until) {
      spent.clear()
      until = now + MINUTE
    }
    const sum = (spent.get(learnerId) ?? 0) + cost
    if (sum > UNITS_A_MINUTE) throw new AppError('too-many-requests')
    spent.set(learnerId, sum)
  }
}
