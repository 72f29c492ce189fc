import { recordEvent } from '../../access/audit/index.ts'
import type { Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { EnrolmentId, LearnerId, TrainingSessionId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import { isUniqueViolation, type Db } from '../../platform/db/index.ts'
import { setAssessments, type AssessmentChange } from '../assessments/index.ts'
import { saveLearner } from '../learners/index.ts'
import { saveMobility } from '../mobilities/index.ts'
import { addCompetences, enrol, type EnrolDeps } from '../training-sessions/index.ts'
import type { ImportPlan, PlannedRow } from './import-plan.ts'
import {
  createStructures,
  idOf,
  keepOpen,
  openPlannedSession,
  type ImportSession,
  type Structures,
} from './open-planned-session.ts'
import { planImport, type ImportInput, type PlanImportDeps } from './plan-import.ts'
import { toFieldProblem } from './problem.ts'

export interface ApplyImportDeps extends PlanImportDeps, EnrolDeps {
  readonly db: Db
  readonly clock: Clock
}

export interface ImportedPerson {
  /** Spreadsheet row. */
  readonly row: number
  readonly enrolmentId: EnrolmentId
  readonly learnerId: LearnerId
}

export interface ImportResult {
  readonly sessionId: TrainingSessionId
  /** Everybody in the file, in its order, whether something changed or not. */
  readonly enrolments: readonly ImportedPerson[]
  readonly created: number
  readonly updated: number
  readonly unchanged: number
}

/**
 * Imports the table: plans it again inside one transaction and does what the plan says, all or nothing. A second
 * import of the same table changes nothing and says so.
 *
 * @param input.expected the fingerprint of the dry run somebody confirmed
 * @throws AppError `import-has-errors` with every problem (field = the cell's reference, `F12`),
 *   `changed-meanwhile` when the records moved since the dry run, and what `planImport` throws.
 */
export async function applyImport(
  deps: ApplyImportDeps,
  actor: Actor,
  input: ImportInput & { readonly expected?: string },
): Promise<ImportResult> {
  try {
    return await deps.db.transaction((trx) => applyIn(trx, deps, actor, input))
  } catch (cause) {
    // two imports of the same people at the same moment: the database let one through
    if (isUniqueViolation(cause)) throw new AppError('changed-meanwhile', {}, [], { cause })
    throw cause
  }
}

async function applyIn(
  trx: Db,
  deps: ApplyImportDeps,
  actor: Actor,
  input: ImportInput & { readonly expected?: string },
): Promise<ImportResult> {
  const plan = await planImport(trx, deps, actor, input)
  if (plan.errorCount > 0) {
    const errors = plan.problems.filter(({ severity }) => severity === 'error')
    throw new AppError('import-has-errors', { count: plan.errorCount }, errors.map(toFieldProblem))
  }
  if (input.expected !== undefined && input.expected !== plan.fingerprint)
    throw new AppError('changed-meanwhile')

  await keepOpen(trx, plan)
  const structures = await createStructures(trx, deps, actor, plan)
  const session = await openPlannedSession(trx, deps, actor, plan, structures)
  if (plan.addedCompetences.length > 0 && plan.session.kind === 'existing') {
    await addCompetences(trx, deps, actor, { sessionId: session.id, competences: plan.addedCompetences })
  }
  const enrolments: ImportedPerson[] = []
  const changes: AssessmentChange[] = []
  for (const row of plan.rows) {
    const person = await applyRow(trx, deps, actor, { row, sessionId: session.id, structures })
    enrolments.push(person)
    const { enrolmentId } = person
    changes.push(
      ...row.levels.map(({ competence, voice, level }) => ({ enrolmentId, competence, voice, level })),
    )
  }
  if (changes.length > 0) await setAssessments(trx, deps, actor, { sessionId: session.id, changes })
  await recordImport(trx, deps, actor, plan, session)
  return { sessionId: session.id, enrolments, ...plan.counts }
}

async function applyRow(
  trx: Db,
  deps: ApplyImportDeps,
  actor: Actor,
  { row, sessionId, structures }: { row: PlannedRow; sessionId: TrainingSessionId; structures: Structures },
): Promise<ImportedPerson> {
  const { learnerId, enrolmentId, parts } = row
  const same = Object.values(parts).every((outcome) => outcome === 'unchanged')
  if (same && learnerId !== undefined && enrolmentId !== undefined)
    return { row: row.number, learnerId, enrolmentId }

  if (row.placeOnly && learnerId !== undefined) {
    const place = await enrol(trx, deps, actor, { ...placeOf(row), sessionId, learnerId })
    return { row: row.number, learnerId, enrolmentId: place.enrolmentId }
  }
  const organisationId = idOf(row.structure, structures)
  const { learner } = await saveLearner(trx, deps, actor, { ...row.person, organisationId })
  const stay = row.stay && (await saveMobility(trx, deps, actor, learner, row.stay))
  if (parts.enrolment === 'unchanged' && enrolmentId !== undefined) {
    return { row: row.number, learnerId: learner.id, enrolmentId }
  }
  const enrolled = await enrol(trx, deps, actor, {
    ...placeOf(row),
    sessionId,
    learnerId: learner.id,
    mobilityId: stay?.mobility.id,
    sentBy: row.sentBy?.id,
  })
  return { row: row.number, learnerId: learner.id, enrolmentId: enrolled.enrolmentId }
}

const placeOf = ({ attendance, observation }: PlannedRow) => ({ attendance, observation })

async function recordImport(
  trx: Db,
  deps: ApplyImportDeps,
  actor: Actor,
  plan: ImportPlan,
  session: ImportSession,
): Promise<void> {
  if (plan.counts.created + plan.counts.updated === 0) return
  await recordEvent(trx, {
    at: deps.clock.now(),
    actor,
    action: 'session.imported',
    organisationId: session.organisationId,
    subject: { type: 'training-session', id: session.id },
    details: { ...plan.counts, rows: plan.rows.length },
  })
}
