import type { Db } from '../../platform/db/index.ts'
import type { LivePublisher } from '../../platform/live/index.ts'
import type { Enrolment } from './enrolment.ts'
import type { TrainingSession } from './training-session.ts'

/** Tells the pages that show these places: the session's, and each young person's own. Inside the transaction. */
export async function announce(
  trx: Db,
  live: LivePublisher | undefined,
  session: Pick<TrainingSession, 'id'>,
  places: readonly Pick<Enrolment, 'id' | 'learner'>[],
): Promise<void> {
  if (live === undefined || places.length === 0) return
  await live.publish(trx, [
    { topic: `session:${session.id}`, ids: places.map(({ id }) => id) },
    ...places.map(({ id, learner }) => ({ topic: `learner:${learner.id}` as const, ids: [id] })),
  ])
}
