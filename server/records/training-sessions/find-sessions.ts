import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { selectSessionsOf } from './list-store.ts'
import { selectSession } from './store.ts'
import type { SessionSummary, TrainingSession } from './training-session.ts'

/** Any session, for code that has checked access by other means; pages use `requireSessionAccess`. */
export async function findSession(db: Db, id: string): Promise<TrainingSession | undefined> {
  return selectSession(db, id)
}

/** The sessions the actor may open, newest first, with how many youths each has. */
export async function listSessions(db: Db, actor: Actor): Promise<SessionSummary[]> {
  return selectSessionsOf(db, actor)
}
