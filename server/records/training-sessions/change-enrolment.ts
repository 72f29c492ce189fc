import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { TrainingSessionId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { OBSERVATION_MAX, type Attendance } from './enrolment.ts'
import { selectEnrolment, updateEnrolment } from './enrolment-store.ts'
import { requireEnrolment } from './list-enrolments.ts'
import { requireOpenSession } from './require-session-access.ts'
import type { TrainingSession } from './training-session.ts'
import { recordSessionEvent } from './record-session-event.ts'

interface Deps {
  readonly clock: Clock
}
interface Place {
  readonly sessionId: TrainingSessionId
  readonly enrolmentId: string
}

/**
 * Says who came, in one word for the whole session. Returns whether anything changed.
 * @throws AppError `not-found` (session, or enrolment of another session), `session-already-signed`, `invalid-input` at
 * `<enrolment>.attendance` when half-days of this person are noted: the word follows from them
 */
export async function setAttendance(
  trx: Db,
  deps: Deps,
  actor: Actor,
  input: Place & { readonly attendance: Attendance },
): Promise<boolean> {
  const session = await requireOpenSession(trx, actor, input.sessionId)
  const { halfDays, attendance } = await requireEnrolment(trx, session.id, input.enrolmentId)
  if (halfDays !== undefined && input.attendance !== attendance)
    throw new AppError('invalid-input', {}, [
      { field: `${input.enrolmentId}.attendance`, message: 'fields.attendanceByHalfDay' },
    ])
  return write(trx, deps, actor, session, input.enrolmentId, { attendance: input.attendance })
}

/**
 * Writes what the trainer saw of the person, at most {@link OBSERVATION_MAX} characters; null empties it.
 * @throws AppError `not-found`, `session-already-signed`, `invalid-input` (too long)
 */
export async function setObservation(
  trx: Db,
  deps: Deps,
  actor: Actor,
  input: Place & { readonly observation: string | null },
): Promise<boolean> {
  const observation = input.observation?.trim() ?? ''
  if (observation.length > OBSERVATION_MAX)
    throw new AppError('invalid-input', {}, [
      { field: 'observation', message: 'fields.tooLong', params: { max: OBSERVATION_MAX } },
    ])
  const session = await requireOpenSession(trx, actor, input.sessionId)
  const wanted = { observation: observation === '' ? null : observation }
  return write(trx, deps, actor, session, input.enrolmentId, wanted)
}

/**
 * {@link setObservation} in a session that its caller holds locked, signed or not: for `records/corrections`, which signs
 * anew what follows from it.
 */
export async function writeObservation(
  trx: Db,
  deps: Deps,
  actor: Actor,
  session: TrainingSession,
  input: { readonly enrolmentId: string; readonly observation: string },
): Promise<boolean> {
  const observation = input.observation === '' ? null : input.observation
  return write(trx, deps, actor, session, input.enrolmentId, { observation })
}

async function write(
  trx: Db,
  deps: Deps,
  actor: Actor,
  session: TrainingSession,
  enrolmentId: string,
  wanted: { attendance: Attendance } | { observation: string | null },
): Promise<boolean> {
  const known = await selectEnrolment(trx, session.id, { id: enrolmentId })
  if (known === undefined) throw new AppError('not-found')
  const same =
    'attendance' in wanted
      ? wanted.attendance === known.attendance
      : (wanted.observation ?? undefined) === known.observation
  if (same) return false
  const at = deps.clock.now()
  await updateEnrolment(trx, known.id, { ...wanted, at: isoInstant(at) })
  await recordSessionEvent(trx, session, {
    at,
    actor,
    action: 'session.enrolment-changed',
    subject: { type: 'enrolment', id: known.id },
    details: { sessionId: session.id, changed: Object.keys(wanted) },
  })
  return true
}
