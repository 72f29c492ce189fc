import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import type { Actor } from '../../kernel/roles.ts'
import { ATTENDANCES, requireOpenSession, setAttendance, setObservation } from '../training-sessions/index.ts'
import type { SessionDeps, TrainingSession } from '../training-sessions/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { AssessmentChange } from './assessment.ts'
import { declaredLevels } from './declared-levels.ts'
import { readGrid, type GridRow } from './read-grid.ts'
import { setAssessments } from './set-assessments.ts'
import { mergeSheet, parseSheetField, sheetOf, type Sheet } from './sheet.ts'

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
export async function saveSheets(deps: SessionDeps, actor: Actor, input: SheetsInput): Promise<number> {
  return deps.db.transaction(async (trx) => {
    const session = await requireOpenSession(trx, actor, input.sessionId)
    const { rows } = await readGrid(trx, session)
    const byId = new Map<string, GridRow>(rows.map((row) => [row.enrolment.id, row]))
    const pairs = input.sheets.map((sheet) => ({ sheet, row: byId.get(sheet.enrolmentId) ?? notFound() }))
    const merged = pairs.map(({ sheet, row }) => ({
      row,
      ...mergeSheet(sheetOf(row), sheet.typed, sheet.shown),
    }))
    const conflicts = merged.flatMap(({ row, conflicts: found }) =>
      found.map(({ field, current, typed }): FieldProblem => ({
        field: `${row.enrolment.id}.${field}`,
        message: 'fields.changedMeanwhile',
        params: { current: current === '' ? '—' : current, typed: typed === '' ? '—' : typed },
      })),
    )
    if (conflicts.length > 0) throw new AppError('changed-meanwhile', {}, conflicts)
    const people = await savePlaces(trx, deps, actor, session, merged)
    const changes = merged.flatMap(({ row, changes: texts }) => assessmentChanges(row, texts))
    const { changed } = await setAssessments(trx, deps, actor, { sessionId: session.id, changes })
    return people + changed + (await confirm(trx, deps, actor, session, input.confirmDeclared))
  })
}

interface MergedRow {
  readonly row: GridRow
  readonly changes: Sheet
}

function notFound(): never {
  throw new AppError('not-found')
}

/** Attendance and the observation of the person. */
async function savePlaces(
  trx: Db,
  deps: SessionDeps,
  actor: Actor,
  session: TrainingSession,
  merged: readonly MergedRow[],
): Promise<number> {
  let changed = 0
  for (const { row, changes } of merged) {
    const place = { sessionId: session.id, enrolmentId: row.enrolment.id }
    if (changes['attendance'] !== undefined) {
      const attendance = ATTENDANCES.find((known) => known === changes['attendance'])
      if (!attendance) throw wrongField(row, 'attendance', 'fields.choice')
      if (await setAttendance(trx, deps, actor, { ...place, attendance })) changed += 1
    }
    if (changes['observation'] !== undefined) {
      const observation = changes['observation']
      if (await setObservation(trx, deps, actor, { ...place, observation })) changed += 1
    }
  }
  return changed
}

function wrongField(row: GridRow, field: string, message: string): AppError {
  return new AppError('invalid-input', {}, [{ field: `${row.enrolment.id}.${field}`, message }])
}

function assessmentChanges(row: GridRow, texts: Sheet): AssessmentChange[] {
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
  deps: SessionDeps,
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
