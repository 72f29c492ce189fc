import { createHash } from 'node:crypto'
import type { CheckedColumns } from './check-columns.ts'
import {
  NOTHING,
  type ImportPlan,
  type PlannedRow,
  type PlannedSession,
  type PlannedStructure,
} from './import-plan.ts'
import { MAX_LISTED_PROBLEMS, type ImportProblem } from './problem.ts'

/** The plan with its counts, its problems in order and its fingerprint. */
export function summarisePlan(made: {
  session: PlannedSession
  checked: CheckedColumns
  rows: readonly PlannedRow[]
  problems: readonly ImportProblem[]
  structures: readonly PlannedStructure[]
}): ImportPlan {
  const { session, checked, rows } = made
  const counts = { ...NOTHING }
  for (const { outcome } of rows) counts[outcome] += 1
  const errors = made.problems.filter(({ severity }) => severity === 'error').sort(inSheetOrder)
  const warnings = made.problems.filter(({ severity }) => severity === 'warning').sort(inSheetOrder)
  const has = session.kind === 'existing' ? session.session.competences : []
  const signed = session.kind === 'existing' && session.session.signedAt !== undefined
  return {
    session,
    columns: checked.columns,
    ignored: checked.ignored,
    addedCompetences: signed ? [] : checked.competences.filter((code) => !has.includes(code)),
    newStructures: [...new Set(made.structures.filter(({ id }) => id === undefined).map(({ name }) => name))],
    rows,
    problems: [...errors, ...warnings].slice(0, MAX_LISTED_PROBLEMS),
    errorCount: errors.length,
    warningCount: warnings.length,
    counts,
    fingerprint: fingerprintOf(session, rows),
  }
}

function inSheetOrder(left: ImportProblem, right: ImportProblem): number {
  return (left.row ?? 0) - (right.row ?? 0)
}

function fingerprintOf(session: PlannedSession, rows: readonly PlannedRow[]): string {
  const effects = rows.map(({ number, learnerId, sentBy, parts, levels }) => [
    number,
    learnerId,
    sentBy?.id,
    parts,
    levels.map(({ competence, voice, level, before }) => [competence, voice, level, before]),
  ])
  const id = session.kind === 'existing' ? session.session.id : 'new'
  return createHash('sha256')
    .update(JSON.stringify([id, effects]))
    .digest('hex')
}
