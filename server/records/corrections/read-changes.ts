import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import type { Db } from '../../platform/db/index.ts'
import {
  mergeSheet,
  problemsOf,
  type Grid,
  type GridRow,
  type Sheet,
  type TypedSheet,
} from '../assessments/index.ts'
import { normaliseName, renameProblems } from '../learners/index.ts'
import { OBSERVATION_MAX } from '../training-sessions/index.ts'
import { applySheet, type CorrectedRow } from './apply-sheet.ts'
import { correctionSheetOf } from './correction-sheet.ts'

/**
 * What the typed sheets would change in a grid; nothing of somebody whose sheet says what is there already.
 * @throws AppError `not-found` (an enrolment of another session), `changed-meanwhile` when a colleague corrected the same
 * field since the form was shown, `invalid-input`: problems are named `<enrolment>.<field>`
 */
export async function readChanges(
  db: Db,
  grid: Grid,
  sheets: readonly TypedSheet[],
  by: { readonly name: string; readonly at: string },
): Promise<CorrectedRow[]> {
  const byId = new Map<string, GridRow>(grid.rows.map((row) => [row.enrolment.id, row]))
  const conflicts: FieldProblem[] = []
  const problems: FieldProblem[] = []
  const corrected: CorrectedRow[] = []
  for (const { enrolmentId, typed, shown } of sheets) {
    const row = byId.get(enrolmentId)
    if (row === undefined) throw new AppError('not-found')
    const current = correctionSheetOf(row)
    const merged = mergeSheet(current, withCleanNames(onlyKnown(typed, current)), shown)
    conflicts.push(...merged.conflicts.map((conflict) => conflictProblem(enrolmentId, conflict)))
    if (Object.keys(merged.changes).length === 0) continue
    const one = applySheet(row, current, merged.changes, by)
    problems.push(...(await problemsOfRow(db, grid, one)))
    corrected.push(one)
  }
  if (conflicts.length > 0) throw new AppError('changed-meanwhile', {}, conflicts)
  if (problems.length > 0) throw new AppError('invalid-input', {}, problems)
  return corrected
}

/** A field that the form does not have changes nothing. */
function onlyKnown(typed: Sheet, current: Sheet): Sheet {
  return Object.fromEntries(Object.entries(typed).filter(([field]) => current[field] !== undefined))
}

function withCleanNames(typed: Sheet): Sheet {
  return Object.fromEntries(
    Object.entries(typed).map(([field, text]) =>
      field === 'givenName' || field === 'familyName' ? [field, normaliseName(text)] : [field, text],
    ),
  )
}

function conflictProblem(
  enrolmentId: string,
  { field, current, typed }: { field: string; current: string; typed: string },
): FieldProblem {
  const params = { current: current === '' ? '—' : current, typed: typed === '' ? '—' : typed }
  return { field: `${enrolmentId}.${field}`, message: 'fields.changedMeanwhile', params }
}

async function problemsOfRow(db: Db, { session }: Grid, row: CorrectedRow): Promise<FieldProblem[]> {
  const { enrolment } = row.before
  const named = (problem: FieldProblem): FieldProblem => ({
    ...problem,
    field: `${enrolment.id}.${problem.field}`,
  })
  const names = row.names === undefined ? [] : await renameProblems(db, enrolment.learner, row.names)
  const tooLong = (row.observation ?? '').length > OBSERVATION_MAX
  return [
    ...names.map(named),
    ...(tooLong
      ? [named({ field: 'observation', message: 'fields.tooLong', params: { max: OBSERVATION_MAX } })]
      : []),
    ...row.cells.flatMap((change) => problemsOf(session, change)),
  ]
}
