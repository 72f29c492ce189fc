import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import type { Actor } from '../../kernel/roles.ts'
import {
  announce,
  ATTENDANCES,
  requireOpenSession,
  setAttendance,
  setObservation,
} from '../training-sessions/index.ts'
import type { SessionDeps, TrainingSession } from '../training-sessions/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { AssessmentChange } from './assessment.ts'
import { declaredLevels } from './declared-levels.ts'
import { readGrid, type GridRow } from './read-grid.ts'
import { setAssessments, type AssessmentDeps } from './set-assessments.ts'
import { mergeSheet, parseSheetField, sheetOf, type Sheet, type SheetConflict } from './sheet.ts'
import { whoChanged } from './who-changed.ts'

export type SaveDeps = SessionDeps & AssessmentDeps

export interface TypedSheet {
  readonly enrolmentId: string
  readonly typed: Sheet
  /** Fingerprints of what the form showed (`readVersion`). */
  readonly shown: Sheet
}

export interface SheetsInput {
  readonly sessionId: string
  readonly sheets: readonly TypedSheet[]
  /** Copy what the youths declared into the trainer's empty cells: of everybody who is not absent, or of one. */
  readonly confirmDeclared?: 'everybody' | { readonly enrolmentId: string }
}

/**
 * Saves what was typed in the grid or on one learner's page, all or nothing.
 * @returns how many fields changed
 * @throws AppError `not-found` (session, or an enrolment of another session), `session-already-signed`,
 * `invalid-input` (a problem a field), `changed-meanwhile` when a colleague saved another value of the same field
 * since the form was shown: problems carry `current` and `typed`. Fields are named `<enrolment>.<field>`.
 */
export async function saveSheets(deps: SaveDeps, actor: Actor, input: SheetsInput): Promise<number> {
  return deps.db.transaction(async (trx) => {
    const session = await requireOpenSession(trx, actor, input.sessionId)
    const { rows } = await readGrid(trx, session)
    const byId = new Map<string, GridRow>(rows.map((row) => [row.enrolment.id, row]))
    const pairs = input.sheets.map((sheet) => ({ sheet, row: byId.get(sheet.enrolmentId) ?? notFound() }))
    const merged = pairs.map(({ sheet, row }) => ({
      row,
      ...mergeSheet(sheetOf(row), sheet.typed, sheet.shown),
    }))
    const conflicts: FieldProblem[] = []
    for (const { row, conflicts: found } of merged)
      for (const conflict of found) conflicts.push(await conflictProblem(trx, row, conflict))
    if (conflicts.length > 0) throw new AppError('changed-meanwhile', {}, conflicts)
    const changed = await writeSheets(trx, deps, actor, session, merged)
    return changed + (await confirm(trx, deps, actor, session, input.confirmDeclared))
  })
}

async function conflictProblem(
  trx: Db,
  row: GridRow,
  { field, current, typed }: SheetConflict,
): Promise<FieldProblem> {
  const { by, at } = await whoChanged(trx, row, field)
  return {
    field: `${row.enrolment.id}.${field}`,
    message: 'fields.changedMeanwhile',
    params: { current: current === '' ? '—' : current, typed: typed === '' ? '—' : typed, by, at },
  }
}

/**
 * Writes the changed fields of rows in a session that its caller holds locked and unsigned; returns how many changed.
 * @throws AppError `invalid-input`, fields named `<enrolment>.<field>`
 */
export async function writeSheets(
  trx: Db,
  deps: SaveDeps,
  actor: Actor,
  session: TrainingSession,
  merged: readonly MergedRow[],
): Promise<number> {
  const places = await savePlaces(trx, deps, actor, session, merged)
  const changes = merged.flatMap(({ row, changes: texts }) => assessmentChanges(row, texts))
  const { changed } = await setAssessments(trx, deps, actor, { sessionId: session.id, changes })
  return places + changed
}

export interface MergedRow {
  readonly row: GridRow
  readonly changes: Sheet
}

function notFound(): never {
  throw new AppError('not-found')
}

/** Attendance and the observation of the person. */
async function savePlaces(
  trx: Db,
  deps: SaveDeps,
  actor: Actor,
  session: TrainingSession,
  merged: readonly MergedRow[],
): Promise<number> {
  let changed = 0
  const touched = new Set<GridRow['enrolment']>()
  for (const { row, changes } of merged) {
    const place = { sessionId: session.id, enrolmentId: row.enrolment.id }
    if (changes['attendance'] !== undefined) {
      const attendance = ATTENDANCES.find((known) => known === changes['attendance'])
      if (!attendance) throw wrongField(row, 'attendance', 'fields.choice')
      if (await setAttendance(trx, deps, actor, { ...place, attendance })) {
        changed += 1
        touched.add(row.enrolment)
      }
    }
    if (changes['observation'] !== undefined) {
      const observation = changes['observation']
      if (await setObservation(trx, deps, actor, { ...place, observation })) {
        changed += 1
        touched.add(row.enrolment)
      }
    }
  }
  await announce(trx, deps.live, session, [...touched])
  return changed
}

function wrongField(row: GridRow, field: string, message: string): AppError {
  return new AppError('invalid-input', {}, [{ field: `${row.enrolment.id}.${field}`, message }])
}

/** The cells that the changed fields of a row speak of. */
export function assessmentChanges(row: GridRow, texts: Sheet): AssessmentChange[] {
  const enrolmentId = row.enrolment.id
  const by = texts['confirmedBy']
  const changes = Object.entries(texts).flatMap(([field, text]): AssessmentChange[] => {
    const known = parseSheetField(field)
    if (known === undefined) throw wrongField(row, field, 'fields.invalid')
    if (known.name === 'note')
      return [{ enrolmentId, competence: known.competence, voice: 'attested', observation: text }]
    if (known.name !== 'level') return []
    const author = known.voice === 'confirmed' ? (by ?? sheetOf(row)['confirmedBy']) : undefined
    const level = text === '' ? null : text
    return [{ enrolmentId, competence: known.competence, voice: known.voice, level, authorName: author }]
  })
  return by === undefined ? changes : [...changes, ...renamedHost(row, by, texts)]
}

/** The host's name was corrected: levels confirmed before carry it too. */
function renamedHost(row: GridRow, by: string, texts: Sheet): AssessmentChange[] {
  return row.cells
    .filter(({ competence, confirmed }) => confirmed && texts[`confirmed:${competence.code}`] === undefined)
    .map(({ competence }) => ({
      enrolmentId: row.enrolment.id,
      competence: competence.code,
      voice: 'confirmed',
      authorName: by,
    }))
}

async function confirm(
  trx: Db,
  deps: SaveDeps,
  actor: Actor,
  session: TrainingSession,
  who: SheetsInput['confirmDeclared'],
): Promise<number> {
  if (who === undefined) return 0
  const { rows } = await readGrid(trx, session)
  const wanted = who === 'everybody' ? rows : rows.filter(({ enrolment }) => enrolment.id === who.enrolmentId)
  const changes = declaredLevels(wanted)
  return (await setAssessments(trx, deps, actor, { sessionId: session.id, changes })).changed
}
