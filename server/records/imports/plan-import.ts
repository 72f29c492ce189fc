import { dayInParis, type Clock } from '../../kernel/clock.ts'
import { DEFAULT_LOCALE, type Locale } from '../../kernel/locale.ts'
import type { TrainingSessionId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { checkColumns } from './check-columns.ts'
import { findDuplicates } from './find-duplicates.ts'
import { findStructures, structureOf } from './find-structures.ts'
import type { ImportPlan, ImportTarget, PlannedRow, PlannedSession, PlannedStructure } from './import-plan.ts'
import { placeRows, type PlacedRow } from './place-rows.ts'
import { planRow } from './plan-row.ts'
import { planSession } from './plan-session.ts'
import type { ImportProblem } from './problem.ts'
import { readKnown } from './read-known.ts'
import { DEFAULT_AGE_BOUNDS, type AgeBounds } from './read-person.ts'
import { readRow } from './read-row.ts'
import { settleRow } from './settle-row.ts'
import { summarisePlan } from './summarise-plan.ts'
import type { Table } from './table.ts'

export interface PlanImportDeps {
  readonly clock: Clock
  readonly ages?: AgeBounds
}

export interface ImportInput {
  readonly table: Table
  readonly session: ImportTarget
  /** Language of the suggestions inside the problems. */
  readonly locale?: Locale
  /** Create the structures nobody knows yet; only for the operator (the system actor) and the platform's admin. */
  readonly createStructures?: boolean
}

/**
 * The dry run: what importing the table would do, row by row, and every problem in its way, without writing anything.
 * `applyImport` executes exactly this plan.
 *
 * @throws AppError what `planSession` throws; problems of the file itself are in the plan, never thrown.
 */
export async function planImport(
  db: Db,
  deps: PlanImportDeps,
  actor: Actor,
  input: ImportInput,
): Promise<ImportPlan> {
  return planUnless(db, deps, actor, input, [])
}

/** @param passedOver sessions that look like the described one and are not */
async function planUnless(
  db: Db,
  deps: PlanImportDeps,
  actor: Actor,
  input: ImportInput,
  passedOver: readonly TrainingSessionId[],
): Promise<ImportPlan> {
  const { table, locale = DEFAULT_LOCALE } = input
  const createStructures = input.createStructures === true && (actor.kind === 'system' || actor.admin)
  const checked = checkColumns(table, locale)
  const { columns } = checked
  const target = { table, columns, target: input.session, createStructures, passedOver }
  const { session, problems: sessionProblems } = await planSession(db, deps, actor, target)

  const today = dayInParis(deps.clock.now())
  const sessionDay = session.kind === 'existing' ? session.session.startsOn : session.startsOn
  const read = table.rows.map((row) =>
    readRow(row, columns, { today, sessionDay, ages: deps.ages ?? DEFAULT_AGE_BOUNDS }),
  )
  const names = read.flatMap(({ structureName }) => structureName ?? [])
  const structures = await findStructures(db, actor, names, createStructures)
  const home =
    session.kind === 'new' ? session.structure : await structureOf(db, session.session.organisationId)
  const placed = placeRows(read, structures, home, columns)
  const rows = await planRows(db, session, home, placed.rows)
  if (input.session.kind === 'new' && isAnotherSession(session, rows.planned)) {
    return planUnless(db, deps, actor, input, [...passedOver, session.session.id])
  }
  const problems = [
    ...checked.problems,
    ...sessionProblems,
    ...read.flatMap((row) => row.problems),
    ...placed.problems,
    ...findDuplicates(placed.rows),
    ...rows.problems,
  ]
  const found = [...structures.values()].flatMap((reading) =>
    reading.kind === 'found' ? reading.structure : [],
  )
  return summarisePlan({ session, checked, rows: rows.planned, problems, structures: [home, ...found] })
}

/**
 * A signed session that holds nobody of the file is not the one the file describes, whatever its title and day: it
 * is another group's, and this file makes its own.
 */
function isAnotherSession(
  session: PlannedSession,
  rows: readonly PlannedRow[],
): session is Extract<PlannedSession, { kind: 'existing' }> {
  return (
    session.kind === 'existing' &&
    session.session.signedAt !== undefined &&
    rows.every(({ enrolmentId }) => enrolmentId === undefined)
  )
}

async function planRows(
  db: Db,
  session: PlannedSession,
  home: PlannedStructure,
  rows: readonly PlacedRow[],
): Promise<{ planned: PlannedRow[]; problems: ImportProblem[] }> {
  const existing = session.kind === 'existing' ? session.session : undefined
  const organisationIds = new Set(
    [home, ...rows.map(({ structure }) => structure)].flatMap(({ id }) => id ?? []),
  )
  const known = await readKnown(db, [...organisationIds], existing)
  const results = rows.map((row) =>
    planRow(settleRow(row, home, known), known, existing?.signedAt !== undefined),
  )
  return {
    planned: results.flatMap(({ planned }) => planned ?? []),
    problems: results.flatMap(({ problems }) => problems),
  }
}
