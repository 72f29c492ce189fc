import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { readGrid, type Grid, type TypedSheet } from '../assessments/index.ts'
import type { TrainingSession } from '../training-sessions/index.ts'
import { planCorrection, type CorrectionPlan } from './plan-correction.ts'
import { readChanges } from './read-changes.ts'
import { attestorOf, requireCorrectable } from './require-correctable.ts'

export interface CorrectionInput {
  readonly sessionId: string
  readonly sheets: readonly TypedSheet[]
}

export interface CorrectionPreview {
  readonly grid: Grid
  readonly plan: CorrectionPlan
  /** Who attests what is corrected. */
  readonly attestedBy: string
}

/**
 * Exactly what a correction would do now.
 * @throws AppError `not-found`, `forbidden`, `invalid-input`, `changed-meanwhile`; `nothing-to-correct` when what was
 * typed is what is there
 */
export async function previewCorrection(
  deps: { readonly db: Db; readonly clock: Clock },
  actor: Actor,
  input: CorrectionInput,
): Promise<CorrectionPreview> {
  const session = await requireCorrectable(deps.db, actor, input.sessionId)
  return preview(deps.db, deps.clock.now(), actor, session, input.sheets)
}

/** The same inside the transaction that will do it. */
export async function preview(
  db: Db,
  now: Date,
  actor: Actor,
  session: TrainingSession,
  sheets: CorrectionInput['sheets'],
): Promise<CorrectionPreview> {
  const grid = await readGrid(db, session)
  const attestedBy = attestorOf(actor, session)
  const rows = await readChanges(db, grid, sheets, { name: attestedBy, at: isoInstant(now) })
  if (rows.length === 0) throw new AppError('nothing-to-correct')
  return { grid, attestedBy, plan: await planCorrection(db, grid, rows, { name: attestedBy, now }) }
}
