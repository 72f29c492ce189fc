import { AppError } from '../../kernel/errors.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { requireLearner, type LearnerFile } from '../learners/index.ts'
import type { Mobility } from './mobility.ts'
import { findMobility, selectAttestingSessions } from './store.ts'

export interface StayRead {
  readonly file: LearnerFile
  readonly stay: Mobility
  /** The sessions from which it was attested, or is about to be. */
  readonly attestedIn: readonly string[]
}

/**
 * A stay of somebody whom the actor's roster shows.
 * @throws AppError `not-found`
 */
export async function readStay(db: Db, actor: Actor, mobilityId: string): Promise<StayRead> {
  const stay = await findMobility(db, mobilityId)
  if (stay === undefined) throw new AppError('not-found')
  const file = await requireLearner(db, actor, stay.learnerId)
  return { file, stay, attestedIn: await selectAttestingSessions(db, stay.id) }
}
