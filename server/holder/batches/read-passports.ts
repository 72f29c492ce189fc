import { setImmediate as immediately } from 'node:timers/promises'
import type { CompactProofDeps } from '../../issuer/compact-proofs/index.ts'
import type { LearnerId, OrganisationId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Db } from '../../platform/db/index.ts'
import { findPassportOf, hadPassport, toPrint, type PrintedPassport } from '../passports/index.ts'
import type { BatchFailure, BatchItem } from './batch.ts'

/** The passport of somebody of a batch, ready to be printed. */
export type ReadPassport = PrintedPassport & {
  readonly position: number
  /** The structure that gave it, whose seal it gets. */
  readonly organisationId: OrganisationId | null
}

/** What became of somebody's passport. */
export interface ItemOutcome {
  readonly position: number
  readonly failure: BatchFailure | null
  /** Letters that no font has. */
  readonly missing: string | null
}

/** The passports that these people hold now, and why others have none. Who had themselves erased is in neither. */
export async function readPassports(
  deps: CompactProofDeps,
  items: readonly BatchItem[],
  locale: Locale,
): Promise<{ readonly passports: ReadPassport[]; readonly without: ItemOutcome[] }> {
  const passports: ReadPassport[] = []
  const without: ItemOutcome[] = []
  for (const { position, learnerId } of items) {
    if (learnerId === null) continue
    // the embedded database answers at once: without this, pages would wait for all of them
    await immediately()
    const passport = await findPassportOf(deps.db, learnerId, locale)
    if (passport === undefined)
      without.push({ position, failure: await whyNone(deps.db, learnerId), missing: null })
    else {
      const { organisationId } = passport.record
      passports.push({ ...(await toPrint(deps, passport)), position, organisationId })
    }
  }
  return { passports, without }
}

const whyNone = async (db: Db, learnerId: LearnerId): Promise<BatchFailure> =>
  (await hadPassport(db, learnerId)) ? 'withdrawn' : 'none'
