import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { newId, type EnrolmentId, type MobilityId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { findLearner } from '../learners/index.ts'
import { findMobility } from '../mobilities/index.ts'
import { OBSERVATION_MAX, type EnrolmentInput, type EnrolmentResult } from './enrolment.ts'
import { insertEnrolment, selectEnrolment, updateEnrolment, type EnrolmentRecord } from './enrolment-store.ts'
import { selectMarks } from './attendance-store.ts'
import { requireOpenPreparation } from './require-session-access.ts'
import type { TrainingSession } from './training-session.ts'
import { recordSessionEvent } from './record-session-event.ts'

export interface EnrolDeps {
  readonly clock: Clock
  /** What waits for a stay to be spoken of in a session: it is brought in with the place, in the same transaction. */
  readonly stayEnrolled?: StayEnrolled | undefined
}

/** A stay has a place in a session. */
export type StayEnrolled = (
  trx: Db,
  place: {
    readonly session: TrainingSession
    readonly enrolmentId: EnrolmentId
    readonly mobilityId: MobilityId
  },
) => Promise<void>

/**
 * Puts a young person in a session, or brings the place they have up to date; the same input again changes nothing.
 * Whether the actor may reach the learner is the caller's to check (a session gathers youths of several structures).
 * @throws AppError `not-found` (session, learner, or a mobility of somebody else), `session-already-signed`,
 * `invalid-input` (an observation too long)
 */
export async function enrol(
  trx: Db,
  deps: EnrolDeps,
  actor: Actor,
  input: EnrolmentInput,
): Promise<EnrolmentResult> {
  const session = await requireOpenPreparation(trx, actor, input.sessionId)
  if (input.mobilityId !== undefined) {
    const mobility = await findMobility(trx, input.mobilityId)
    if (mobility?.learnerId !== input.learnerId) throw new AppError('not-found')
  }
  checkObservation(input.observation)
  const known = await selectEnrolment(trx, session.id, { learner_id: input.learnerId })
  const at = deps.clock.now()
  const result = known
    ? await bringUpToDate(trx, known, await asMarked(trx, known, input), isoInstant(at))
    : await addEnrolment(trx, input, isoInstant(at))
  if (result.outcome !== 'unchanged')
    await recordSessionEvent(trx, session, {
      at,
      actor,
      action: result.outcome === 'created' ? 'session.enrolled' : 'session.enrolment-changed',
      subject: { type: 'enrolment', id: result.enrolmentId },
      details: { sessionId: session.id, learnerId: input.learnerId },
    })
  if (input.mobilityId !== undefined)
    await deps.stayEnrolled?.(trx, {
      session,
      enrolmentId: result.enrolmentId,
      mobilityId: input.mobilityId,
    })
  return result
}

async function addEnrolment(trx: Db, input: EnrolmentInput, at: string): Promise<EnrolmentResult> {
  if ((await findLearner(trx, input.learnerId)) === undefined) throw new AppError('not-found')
  const enrolmentId = newId<EnrolmentId>()
  await insertEnrolment(trx, {
    id: enrolmentId,
    sessionId: input.sessionId,
    learnerId: input.learnerId,
    mobilityId: input.mobilityId,
    sentBy: input.sentBy,
    attendance: input.attendance ?? 'expected',
    observation: input.observation ?? undefined,
    updatedAt: at,
  })
  return { enrolmentId, outcome: 'created' }
}

/** A list brought along says who came in one word; half-days that were noted in the room know better. */
async function asMarked(trx: Db, known: EnrolmentRecord, input: EnrolmentInput): Promise<EnrolmentInput> {
  const marked = (await selectMarks(trx, input.sessionId)).some(({ enrolmentId }) => enrolmentId === known.id)
  return marked ? { ...input, attendance: undefined } : input
}

async function bringUpToDate(
  trx: Db,
  known: EnrolmentRecord,
  input: EnrolmentInput,
  at: string,
): Promise<EnrolmentResult> {
  const { mobilityId, sentBy, attendance, observation } = input
  const change = {
    ...(mobilityId !== undefined && mobilityId !== known.mobilityId && { mobilityId }),
    ...(sentBy !== undefined && sentBy !== known.sentBy && { sentBy }),
    ...(attendance !== undefined && attendance !== known.attendance && { attendance }),
    ...(observation !== undefined && (observation ?? undefined) !== known.observation && { observation }),
  }
  if (Object.keys(change).length === 0) return { enrolmentId: known.id, outcome: 'unchanged' }
  await updateEnrolment(trx, known.id, { ...change, at })
  return { enrolmentId: known.id, outcome: 'updated' }
}

/** @throws AppError `invalid-input` beyond {@link OBSERVATION_MAX} characters */
export function checkObservation(observation: string | null | undefined): void {
  if ((observation ?? '').length <= OBSERVATION_MAX) return
  throw new AppError('invalid-input', {}, [
    { field: 'observation', message: 'fields.tooLong', params: { max: OBSERVATION_MAX } },
  ])
}
