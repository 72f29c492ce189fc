import { AppError } from '../../kernel/errors.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { mayAttest } from '../assessments/index.ts'
import { actingIn, requireSessionAccess, type TrainingSession } from '../training-sessions/index.ts'

/**
 * A signed session, for whoever may correct what it attests: its structure's coordinators and the trainers named in it.
 * The platform's admin saw nobody, so attests nothing; the system acts for the trainer who signed.
 * @throws AppError `not-found`, also for a session that is not signed: there the grid is simply filled; `forbidden`
 */
export async function requireCorrectable(
  db: Db,
  actor: Actor,
  sessionId: string,
  find: typeof requireSessionAccess = requireSessionAccess,
): Promise<TrainingSession> {
  const session = await find(db, actor, sessionId)
  if (session.signedAt === undefined) throw new AppError('not-found')
  if (!mayAttest(await actingIn(db, actor, session), session)) throw new AppError('forbidden')
  return session
}

/** Who attests what is corrected. */
export const attestorOf = (actor: Actor, session: TrainingSession): string =>
  actor.kind === 'staff' ? actor.name : (session.signedByName ?? actor.name)
