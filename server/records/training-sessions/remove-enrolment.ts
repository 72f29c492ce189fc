import { AppError } from '../../kernel/errors.ts'
import type { EnrolmentId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import type { SessionDeps } from './create-session.ts'
import type { Enrolment } from './enrolment.ts'
import { deleteEnrolment } from './enrolment-store.ts'
import { listEnrolments } from './list-enrolments.ts'
import { reachOf, requireOpenPreparation } from './require-session-access.ts'
import { selectPlacesWithWords } from './said-store.ts'
import { rostersOf } from './structures.ts'
import type { TrainingSession } from './training-session.ts'
import { recordSessionEvent } from './record-session-event.ts'

/** Which places may be taken away by the actor: nothing was said there, nobody saw the person in the room. */
export async function listRemovable(
  db: Db,
  actor: Actor,
  session: TrainingSession,
  enrolments: readonly Enrolment[],
): Promise<ReadonlySet<EnrolmentId>> {
  const words = await selectPlacesWithWords(db, session.id)
  const everybody = (await reachOf(db, actor, session)) === 'work'
  const rosters = everybody ? [] : (await rostersOf(db, actor, session)).map(({ id }) => id)
  return new Set(
    enrolments
      .filter(
        ({ id, learner, attendance, observation }) =>
          !words.has(id) &&
          attendance !== 'present' &&
          observation === undefined &&
          (everybody || rosters.includes(learner.organisationId)),
      )
      .map(({ id }) => id),
  )
}

/**
 * Takes somebody's place away, with the absences noted there. Their record and their stay stay.
 * @throws AppError `not-found` (session, place, or somebody of another structure for who only prepares),
 * `session-already-signed`, `invalid-input` when something was said there
 */
export async function removeEnrolment(
  deps: SessionDeps,
  actor: Actor,
  input: { readonly sessionId: string; readonly enrolmentId: string },
): Promise<void> {
  await deps.db.transaction(async (trx) => {
    const session = await requireOpenPreparation(trx, actor, input.sessionId)
    const enrolments = await listEnrolments(trx, session.id)
    const place = enrolments.find(({ id }) => id === input.enrolmentId)
    if (place === undefined) throw new AppError('not-found')
    if ((await reachOf(trx, actor, session)) !== 'work') {
      const rosters = (await rostersOf(trx, actor, session)).map(({ id }) => id)
      if (!rosters.includes(place.learner.organisationId)) throw new AppError('not-found')
    }
    if (!(await listRemovable(trx, actor, session, [place])).has(place.id))
      throw new AppError('invalid-input', {}, [{ field: 'enrolmentId', message: 'fields.placeHasWords' }])
    await deleteEnrolment(trx, place.id)
    await recordSessionEvent(trx, session, {
      at: deps.clock.now(),
      actor,
      action: 'session.unenrolled',
      subject: { type: 'enrolment', id: place.id },
      details: { sessionId: session.id, learnerId: place.learner.id },
    })
  })
}
