import { AppError } from '../../kernel/errors.ts'
import type { Locale } from '../../kernel/locale.ts'
import { mayActIn, type Actor } from '../../kernel/roles.ts'
import { listLearnersOfSession, renderSlipSheets, type PrintedSlip } from '../passports/index.ts'
import { currentOrNewSlip, currentSlip } from './current-slip.ts'
import type { OpenSlip, SlipDeps } from './issue-slip.ts'
import { findCurrentSlip, findHolder, type SlipHolder } from './store.ts'

/**
 * The slips of everybody a session issued credentials to, as a PDF to print and cut. Who has a slip keeps it; who has
 * none gets a first one.
 */
export async function printSessionSlips(
  deps: SlipDeps,
  actor: Actor,
  input: { readonly sessionId: string; readonly locale: Locale },
): Promise<Uint8Array> {
  const slips: PrintedSlip[] = []
  for (const learnerId of await listLearnersOfSession(deps.db, actor, input.sessionId)) {
    const holder = await findHolder(deps.db, learnerId)
    if (!holder) continue
    const { slip } = await currentOrNewSlip(deps, actor, learnerId)
    slips.push({ code: slip, givenName: holder.givenName })
  }
  slips.sort((a, b) => a.givenName.localeCompare(b.givenName, input.locale))
  return renderSlips(deps, slips, input.locale)
}

/** Slips as a PDF: A4, eight a sheet, lines to cut along. */
export function renderSlips(
  deps: Pick<SlipDeps, 'clock' | 'publicUrl'>,
  slips: readonly PrintedSlip[],
  locale: Locale,
): Promise<Uint8Array> {
  return renderSlipSheets({ publicUrl: deps.publicUrl, slips, date: deps.clock.now() }, locale)
}

/**
 * A slip that was just given, to be printed or shown: for the trainer who gave it and for the person's own structure.
 * @throws AppError `not-found` for everybody else
 */
export async function requireIssuedSlip(
  deps: SlipDeps,
  actor: Actor,
  learnerId: string,
): Promise<OpenSlip & { readonly holder: SlipHolder }> {
  const holder = await findHolder(deps.db, learnerId)
  const slip = holder && (await findCurrentSlip(deps.db, learnerId))
  if (!holder || !slip) throw new AppError('not-found')
  const gaveIt = actor.kind === 'staff' && slip.issuedBy === actor.accountId
  if (!gaveIt && !mayActIn(actor, holder.organisationId, 'trainer')) throw new AppError('not-found')
  const open = await currentSlip(deps, learnerId)
  if (!open) throw new AppError('not-found')
  return { ...open, holder }
}
