import { isoInstant } from '../../kernel/clock.ts'
import type { FieldProblem } from '../../kernel/errors.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import {
  ATTENDANCES,
  OBSERVATION_MAX,
  requireOpenSession,
  type TrainingSession,
} from '../training-sessions/index.ts'
import { isSheetField, type GridChange } from './grid-change.ts'
import { readGrid, type GridRow } from './read-grid.ts'
import { insertReceived, selectReceived } from './received-store.ts'
import { assessmentChanges, writeSheets, type MergedRow, type SaveDeps } from './save-sheets.ts'
import { problemsOf } from './set-assessments.ts'
import { sheetOf, tidy } from './sheet.ts'
import { whoChanged, type LastChange } from './who-changed.ts'

export interface ChangeConflict extends LastChange {
  readonly change: GridChange
  /** What somebody else saved meanwhile. */
  readonly current: string
  readonly row: GridRow
}

export interface AppliedChanges {
  /** Changes that are done, now or by an earlier sending. */
  readonly received: readonly string[]
  /** Not done: the same field has another value than the browser showed. */
  readonly conflicts: readonly ChangeConflict[]
  /** Not done, and never will be as they are. */
  readonly refused: readonly { readonly change: GridChange; readonly problem: FieldProblem }[]
}

/**
 * Applies what a browser collected, each change by itself: what can be saved is saved, a conflict or a wrong value keeps
 * nothing else back. Sending the same changes again is harmless: each has an id, and says what it replaces.
 * @throws AppError `not-found` (session), `session-already-signed`
 */
export async function applyChanges(
  deps: SaveDeps,
  actor: Actor,
  input: { readonly sessionId: string; readonly changes: readonly GridChange[] },
): Promise<AppliedChanges> {
  return deps.db.transaction(async (trx) => {
    const session = await requireOpenSession(trx, actor, input.sessionId)
    const { rows } = await readGrid(trx, session)
    const before = await selectReceived(
      trx,
      session.id,
      input.changes.map(({ id }) => id),
    )
    const sorted = sortChanges(session, rows, input.changes, before)
    await writeSheets(trx, deps, actor, session, sorted.merged)
    await insertReceived(trx, session.id, sorted.received, isoInstant(deps.clock.now()))
    return {
      received: sorted.received,
      refused: sorted.refused,
      conflicts: await named(trx, sorted.conflicts),
    }
  })
}

type Conflict = Omit<ChangeConflict, keyof LastChange>

interface Sorted {
  readonly received: string[]
  readonly refused: AppliedChanges['refused'][number][]
  readonly conflicts: Conflict[]
  readonly merged: readonly MergedRow[]
}

/** In the order they were made: a later change of a field builds on the earlier one. */
function sortChanges(
  session: TrainingSession,
  rows: readonly GridRow[],
  changes: readonly GridChange[],
  before: ReadonlySet<string>,
): Sorted {
  const places = new Map(rows.map((row) => [row.enrolment.id as string, toPlace(row)]))
  const sorted = { received: [] as string[], refused: [] as Sorted['refused'], conflicts: [] as Conflict[] }
  for (const change of changes) {
    const { field } = change
    const place = places.get(change.enrolmentId)
    const value = tidy(change.value)
    const now = place?.now[field] ?? ''
    if (before.has(change.id)) sorted.received.push(change.id)
    else if (place === undefined) sorted.refused.push({ change, problem: problem(change, 'grid.placeGone') })
    else if (!isSheetField(change))
      sorted.refused.push({ change, problem: problem(change, 'fields.invalid') })
    else if (value === now) sorted.received.push(change.id)
    else if (tidy(change.before) !== now) sorted.conflicts.push({ change, current: now, row: place.row })
    else {
      const wrong = problemWith(session, place.row, change, value)
      if (wrong !== undefined) sorted.refused.push({ change, problem: wrong })
      else {
        place.now[field] = value
        place.changes[field] = value
        sorted.received.push(change.id)
      }
    }
  }
  return { ...sorted, merged: [...places.values()] }
}

interface Place {
  readonly row: GridRow
  readonly now: Record<string, string>
  readonly changes: Record<string, string>
}

const toPlace = (row: GridRow): Place => ({ row, now: { ...sheetOf(row) }, changes: {} })

function problemWith(
  session: TrainingSession,
  row: GridRow,
  change: GridChange,
  value: string,
): FieldProblem | undefined {
  const { field } = change
  if (field === 'attendance') {
    if (!ATTENDANCES.some((known) => known === value)) return problem(change, 'fields.choice')
    return row.enrolment.halfDays && problem(change, 'fields.attendanceByHalfDay')
  }
  if (field === 'observation')
    return value.length <= OBSERVATION_MAX
      ? undefined
      : { ...problem(change, 'fields.tooLong'), params: { max: OBSERVATION_MAX } }
  return assessmentChanges(row, { [field]: value }).flatMap((one) => problemsOf(session, one))[0]
}

const problem = ({ enrolmentId, field }: GridChange, message: string): FieldProblem => ({
  field: `${enrolmentId}.${field}`,
  message,
})

async function named(db: Db, conflicts: readonly Conflict[]): Promise<ChangeConflict[]> {
  const all: ChangeConflict[] = []
  for (const conflict of conflicts)
    all.push({ ...conflict, ...(await whoChanged(db, conflict.row, conflict.change.field)) })
  return all
}
