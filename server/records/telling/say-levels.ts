import { AppError } from '../../kernel/errors.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { EnrolmentId } from '../../kernel/ids.ts'
import type { LearnerActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import type { LivePublisher } from '../../platform/live/index.ts'
import { writeAssessments } from '../assessments/index.ts'
import { requireOwnOpenSession, writeCompetences, type Seat } from '../training-sessions/index.ts'
import { showableLevel, type Telling } from './telling.ts'

/** Most columns of a grid that youths may open by showing a level: beyond it, it is the trainer who adds one. */
export const MAX_GRID_COMPETENCES = 30

/**
 * Writes the levels that are shown into the declared voice of the grid, and empties it where one is taken back. A
 * competence the session has no column for yet gets one.
 * @throws AppError `not-found`, `session-already-signed`, `invalid-input` when the grid has no room for another column
 */
export async function sayLevels(
  trx: Db,
  deps: { readonly clock: Clock; readonly live: LivePublisher },
  youth: LearnerActor,
  enrolmentId: EnrolmentId,
  tellings: readonly Telling[],
): Promise<void> {
  if (tellings.length === 0) return
  const session = await requireOwnOpenSession(trx, youth, enrolmentId)
  const said = tellings.map((telling) => ({
    enrolmentId,
    competence: telling.competence,
    voice: 'declared' as const,
    level: telling.visible.level === undefined ? null : (showableLevel(telling) ?? null),
  }))
  const wanted = said.filter(({ level }) => level !== null).map(({ competence }) => competence)
  const missing = wanted.filter((code) => !session.competences.includes(code))
  if (missing.length > 0 && session.competences.length + missing.length > MAX_GRID_COMPETENCES)
    throw new AppError('invalid-input', {}, [{ field: 'show', message: 'fields.gridFull' }])
  await writeCompetences(trx, deps, youth, session, missing)
  const competences = [...session.competences, ...missing]
  // a column that is gone has nothing to empty
  const changes = said.filter(({ competence }) => competences.includes(competence))
  await writeAssessments(trx, deps, youth, { ...session, competences }, changes)
}

/** Tells the trainers' open pages, and the person's other phone, that something they read has changed. */
export async function publishShown(
  trx: Db,
  { live }: { readonly live: LivePublisher },
  youth: LearnerActor,
  { enrolmentId, session }: Pick<Seat, 'enrolmentId' | 'session'>,
): Promise<void> {
  await live.publish(trx, [
    { topic: `session:${session.id}`, ids: [enrolmentId] },
    { topic: `learner:${youth.learnerId}`, ids: [enrolmentId] },
  ])
}
