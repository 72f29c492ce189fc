import { AppError } from '../../kernel/errors.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Actor } from '../../kernel/roles.ts'
import { listLearnersOfSession, renderSlipSheets, type PrintedSlip } from '../passports/index.ts'
import { currentOrNewSlip, currentSlip } from './current-slip.ts'
import type { SlipDeps, StaffSlipDeps } from './issue-slip.ts'
import { findHolder, listEnrolledIn } from './store.ts'

/**
 * Gives a first slip to everybody of a session who has none; who has one keeps it. Young people arrive by it, before
 * anything is signed.
 * @throws AppError `not-found` for whoever may not open the session
 */
export async function prepareSessionSlips(
  deps: StaffSlipDeps,
  actor: Actor,
  sessionId: string,
): Promise<void> {
  for (const learnerId of await peopleOf(deps, actor, sessionId))
    await currentOrNewSlip(deps, actor, learnerId)
}

/**
 * The slips there are of everybody of a session, as a PDF to print and cut. Changes nothing.
 * @throws AppError `not-found` for whoever may not open the session, and while nobody of it has a slip
 */
export async function printSessionSlips(
  deps: StaffSlipDeps,
  actor: Actor,
  input: { readonly sessionId: string; readonly locale: Locale },
): Promise<Uint8Array> {
  const slips: PrintedSlip[] = []
  for (const learnerId of await peopleOf(deps, actor, input.sessionId)) {
    const holder = await findHolder(deps.db, learnerId)
    const current = await currentSlip(deps, learnerId)
    if (holder && current) slips.push({ code: current.slip, givenName: holder.givenName })
  }
  if (slips.length === 0) throw new AppError('not-found')
  slips.sort((a, b) => a.givenName.localeCompare(b.givenName, input.locale))
  return renderSlips(deps, slips, input.locale)
}

/** Who has a place in the session, and whoever it issued something to. */
async function peopleOf(deps: StaffSlipDeps, actor: Actor, sessionId: string): Promise<Set<string>> {
  const issuedTo = await listLearnersOfSession(deps, actor, sessionId)
  return new Set([...(await listEnrolledIn(deps.db, sessionId)), ...issuedTo])
}

/** Slips as a PDF: A4, eight a sheet, lines to cut along. */
export function renderSlips(
  deps: Pick<SlipDeps, 'clock' | 'publicUrl'>,
  slips: readonly PrintedSlip[],
  locale: Locale,
): Promise<Uint8Array> {
  return renderSlipSheets({ publicUrl: deps.publicUrl, slips, date: deps.clock.now() }, locale)
}
