import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../platform/db/index.ts'
import { keptSince } from './days.ts'
import { deleteVisitsBefore } from './store.ts'

/**
 * Deletes the numbers of days more than thirteen months ago.
 * @returns how many went
 */
export const forgetOldVisits = ({ db, clock }: { readonly db: Db; readonly clock: Clock }): Promise<number> =>
  deleteVisitsBefore(db, keptSince(clock.now()))
