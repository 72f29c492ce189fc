import { AppError } from '../../kernel/errors.ts'
import { mayActIn, type Actor } from '../../kernel/roles.ts'
import { currentSlip } from './current-slip.ts'
import { requireNetworkStaff, type OpenSlip, type StaffSlipDeps } from './issue-slip.ts'
import type { Slip } from './slip.ts'
import { findCurrentSlip, findHolder, listSessionsOfHolder, type SlipHolder } from './store.ts'

/** How long who gave a slip may show and print it again: long enough for a printer that jams. */
const GIVERS_HOURS = 24
const HOUR_MS = 3_600_000

/**
 * A slip to be printed or shown: for who gave it, during a day, and in the person's own structure for its coordinators
 * and the trainers of the person's sessions.
 * @throws AppError `forbidden` without a role in any structure, `not-found` for everybody else
 */
export async function requireIssuedSlip(
  deps: StaffSlipDeps,
  actor: Actor,
  learnerId: string,
): Promise<OpenSlip & { readonly holder: SlipHolder }> {
  requireNetworkStaff(actor)
  const holder = await findHolder(deps.db, learnerId)
  const slip = holder && (await findCurrentSlip(deps.db, holder.id))
  if (!holder || !slip) throw new AppError('not-found')
  if (!hasJustGiven(deps, actor, slip) && !(await looksAfter(deps, actor, holder)))
    throw new AppError('not-found')
  const open = await currentSlip(deps, holder.id)
  if (!open) throw new AppError('not-found')
  return { ...open, holder }
}

function hasJustGiven({ clock }: Pick<StaffSlipDeps, 'clock'>, actor: Actor, slip: Slip): boolean {
  const age = clock.now().getTime() - Date.parse(slip.issuedAt)
  return actor.kind === 'staff' && slip.issuedBy === actor.accountId && age < GIVERS_HOURS * HOUR_MS
}

async function looksAfter(deps: StaffSlipDeps, actor: Actor, holder: SlipHolder): Promise<boolean> {
  if (mayActIn(actor, holder.organisationId, 'coordinator')) return true
  if (!mayActIn(actor, holder.organisationId, 'trainer')) return false
  for (const sessionId of await listSessionsOfHolder(deps.db, holder.id))
    if (await deps.canOpenSession(actor, sessionId)) return true
  return false
}
