import { isoInstant } from '../../kernel/clock.ts'
import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import type { EnrolmentId, TrainingSessionId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { announce } from './announce.ts'
import { deleteMark, marksByEnrolment, selectMarks, upsertMark, type MarkRecord } from './attendance-store.ts'
import type { SessionDeps } from './create-session.ts'
import type { Enrolment } from './enrolment.ts'
import { selectEnrolments, updateEnrolment } from './enrolment-store.ts'
import { halfDaysOf, overallOf, tallyOf, type HalfDay, type Mark } from './half-day.ts'
import { listEnrolments } from './list-enrolments.ts'
import { requireOpenSession } from './require-session-access.ts'
import { selectSession } from './store.ts'
import type { TrainingSession } from './training-session.ts'
import { recordSessionEvent } from './record-session-event.ts'

/** What a form says of one person on the half-day; undefined: nothing is noted. */
export interface MarkTyped {
  readonly enrolmentId: string
  readonly typed: Mark | undefined
  /** What the form showed ({@link markText}); a colleague may have noted something else since. */
  readonly shown: string
}

export interface MarksInput {
  readonly sessionId: string
  readonly halfDay: HalfDay
  readonly marks: readonly MarkTyped[]
  /** « Tous présents »: whoever has no mark, here or in the form, was there. */
  readonly othersPresent?: boolean
}

/** What was noted before, so that it can be put back. */
export interface MarkChange {
  readonly enrolmentId: EnrolmentId
  readonly before: Mark | undefined
}

/** A mark as a form carries it: `present`, `late@09:15`, empty for none. */
export const markText = (mark: Mark | undefined): string =>
  mark === undefined ? '' : `${mark.mark}${mark.arrivedAt === undefined ? '' : `@${mark.arrivedAt}`}`

/**
 * Notes who was there on one half-day, all or nothing, and brings the attendance of each person up to date with it.
 * @returns what changed, with what stood there before
 * @throws AppError `not-found` (session, half-day, or an enrolment of another session), `session-already-signed`,
 * `changed-meanwhile` when a colleague noted something else of the same person since the form was shown: problems are
 * named `<enrolment>.mark` and carry `current` ({@link markText}) and the colleague's name as `value`
 */
export async function markAttendance(
  deps: SessionDeps,
  actor: Actor,
  input: MarksInput,
): Promise<readonly MarkChange[]> {
  return deps.db.transaction(async (trx) => {
    const session = await requireOpenSession(trx, actor, input.sessionId)
    if (!halfDaysOf(session).includes(input.halfDay)) throw new AppError('not-found')
    const enrolments = new Map((await listEnrolments(trx, session.id)).map((one) => [one.id, one]))
    if (input.marks.some(({ enrolmentId }) => !enrolments.has(enrolmentId as EnrolmentId)))
      throw new AppError('not-found')
    const stored = marksByEnrolment(await selectMarks(trx, session.id))
    const current = (id: EnrolmentId): MarkRecord | undefined => stored.get(id)?.get(input.halfDay)
    const { wanted, conflicts } = merge(input, current)
    if (conflicts.length > 0) throw new AppError('changed-meanwhile', {}, conflicts)
    if (input.othersPresent === true)
      for (const id of enrolments.keys())
        if (current(id) === undefined && wanted.get(id) === undefined)
          wanted.set(id, { mark: 'present', arrivedAt: undefined })
    for (const id of wanted.keys())
      if (!stored.has(id)) await keepWord(trx, enrolments.get(id), deps.clock.now())
    const changes = await write(trx, deps, actor, { session, halfDay: input.halfDay, wanted, current })
    const changed = changes.flatMap(({ enrolmentId }) => enrolments.get(enrolmentId) ?? [])
    await announce(trx, deps.live, session, changed)
    return changes
  })
}

/** The word that a list or the grid said before: it holds again once every mark is taken back. */
async function keepWord(trx: Db, enrolment: Enrolment | undefined, at: Date): Promise<void> {
  if (enrolment === undefined) return
  await updateEnrolment(trx, enrolment.id, { saidAttendance: enrolment.attendance, at: isoInstant(at) })
}

/** Three-way merge of the form with what is stored: only the same person noted differently by two is a conflict. */
function merge(input: MarksInput, current: (id: EnrolmentId) => MarkRecord | undefined) {
  const wanted = new Map<EnrolmentId, Mark | undefined>()
  const conflicts: FieldProblem[] = []
  for (const { enrolmentId, typed, shown } of input.marks) {
    const id = enrolmentId as EnrolmentId
    const now = markText(current(id))
    if (markText(typed) === now || markText(typed) === shown) continue
    if (now === shown) wanted.set(id, typed)
    else
      conflicts.push({
        field: `${id}.mark`,
        message: 'fields.changedMeanwhile',
        params: { current: now, value: current(id)?.authorName ?? '' },
      })
  }
  return { wanted, conflicts }
}

async function write(
  trx: Db,
  deps: SessionDeps,
  actor: Actor,
  change: {
    readonly session: TrainingSession
    readonly halfDay: HalfDay
    readonly wanted: ReadonlyMap<EnrolmentId, Mark | undefined>
    readonly current: (id: EnrolmentId) => MarkRecord | undefined
  },
): Promise<MarkChange[]> {
  const { session, halfDay, wanted, current } = change
  const at = deps.clock.now()
  const author = {
    authorId: actor.kind === 'staff' ? actor.accountId : null,
    authorName: actor.name,
    at: isoInstant(at),
  }
  const changes: MarkChange[] = []
  for (const [enrolmentId, mark] of wanted) {
    const before = current(enrolmentId)
    changes.push({
      enrolmentId,
      before: before && { mark: before.mark, arrivedAt: before.arrivedAt },
    })
    await (mark === undefined
      ? deleteMark(trx, { enrolmentId, halfDay })
      : upsertMark(trx, { enrolmentId, halfDay, ...mark, ...author }))
  }
  if (changes.length === 0) return changes
  await bringAttendanceUpToDate(trx, session, isoInstant(at), [...wanted.keys()])
  await recordSessionEvent(trx, session, {
    at,
    actor,
    action: 'session.attendance-marked',
    details: { halfDay, enrolments: changes.map(({ enrolmentId }) => enrolmentId) },
  })
  return changes
}

/**
 * The attendance in one word of everybody of whom a half-day is or was (`touched`) noted: expected again where no mark of a
 * half-day that takes place is left, and what was said before the first mark where none is left at all. Who never had any
 * keeps the word they have.
 */
export async function bringAttendanceUpToDate(
  trx: Db,
  session: TrainingSession,
  at: string,
  touched: readonly EnrolmentId[] = [],
): Promise<void> {
  const stored = marksByEnrolment(await selectMarks(trx, session.id))
  const halfDays = halfDaysOf(session)
  for (const { id, attendance, saidAttendance } of await selectEnrolments(trx, session.id)) {
    const marks = stored.get(id)
    if (marks === undefined && !touched.includes(id)) continue
    const tally = marks && tallyOf(marks, halfDays)
    const unsaid = marks === undefined ? (saidAttendance ?? 'expected') : 'expected'
    const wanted = tally === undefined ? unsaid : overallOf(tally)
    if (wanted !== attendance) await updateEnrolment(trx, id, { attendance: wanted, at })
  }
}

/** {@link bringAttendanceUpToDate} of a session whose marks were moved from one place to another. */
export async function followHalfDays(trx: Db, sessionId: TrainingSessionId, at: string): Promise<void> {
  const session = await selectSession(trx, sessionId)
  if (session !== undefined) await bringAttendanceUpToDate(trx, session, at)
}
