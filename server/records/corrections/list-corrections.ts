import type { Db } from '../../platform/db/index.ts'
import type { TrainingSession } from '../training-sessions/index.ts'
import type { CorrectionMade } from './correction.ts'
import { selectCorrections } from './store.ts'

/** What was corrected in a session, the newest first: for who may open the session, and nobody else. */
export function listCorrections(db: Db, session: Pick<TrainingSession, 'id'>): Promise<CorrectionMade[]> {
  return selectCorrections(db, session.id)
}
