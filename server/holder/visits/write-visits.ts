import { mayShowPublicly } from '../../access/guardianship/index.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { LearnerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { addVisits, selectOpened, type OpenedCredential } from './store.ts'
import type { VisitCounter } from './visit-counter.ts'

export interface WriteVisitsDeps {
  readonly db: Db
  readonly clock: Clock
  readonly visits: VisitCounter
}

/**
 * Writes down what was counted, all in one transaction: verdicts that are kept are worked out anew after any write, so there
 * is one at most each time this runs, and none while nobody came. Whoever opened a page that showed nothing, because it
 * is private, opened nothing.
 */
export async function writeVisits({ db, clock, visits }: WriteVisitsDeps): Promise<void> {
  const waiting = visits.take()
  if (waiting.length === 0) return
  try {
    const opened = await selectOpened(db, [...new Set(waiting.map(({ code }) => code))])
    const shown = new Map((await keepPublic(db, opened, clock.now())).map(({ code, id }) => [code, id]))
    const counted = waiting.flatMap((one) => {
      const id = shown.get(one.code)
      return id === undefined ? [] : [{ ...one, id }]
    })
    if (counted.length === 0) return
    await db.transaction(async (trx) => {
      for (const { id, day, visits: more } of counted) await addVisits(trx, id, day, more)
    })
  } catch (error) {
    // next time
    for (const { code, day, visits: more } of waiting) visits.count(code, day, more)
    throw error
  }
}

async function keepPublic(
  db: Db,
  opened: readonly OpenedCredential[],
  now: Date,
): Promise<OpenedCredential[]> {
  const answers = new Map<LearnerId, boolean>()
  for (const { learnerId } of opened)
    if (!answers.has(learnerId)) answers.set(learnerId, await mayShowPublicly(db, learnerId, now))
  return opened.filter(({ learnerId }) => answers.get(learnerId) === true)
}
