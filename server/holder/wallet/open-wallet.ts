import { mayShowPublicly } from '../../access/guardianship/index.ts'
import type { Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { LearnerId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Db } from '../../platform/db/index.ts'
import { findVisits, type VisitNumbers } from '../visits/index.ts'
import { findPassportOf, hadPassport, type Passport } from '../passports/index.ts'

export interface WalletDeps {
  readonly db: Db
  readonly clock: Clock
}

/** What a young person finds in their own space. */
export interface Wallet {
  /** Undefined while nothing is signed, or when what was signed is withdrawn. */
  readonly passport: Passport | undefined
  readonly withdrawn: boolean
  /** Whether others may open it: a minor's waits for their guardian. */
  readonly isPublic: boolean
  /** How often others opened the passport's page: never who. */
  readonly visits: VisitNumbers
}

/** The passport somebody holds now, in the words of `locale`. */
export async function openWallet(deps: WalletDeps, learnerId: LearnerId, locale: Locale): Promise<Wallet> {
  const passport = await findPassportOf(deps.db, learnerId, locale)
  return {
    passport,
    withdrawn: !passport && (await hadPassport(deps.db, learnerId)),
    isPublic: await mayShowPublicly(deps.db, learnerId, deps.clock.now()),
    visits: (await findVisits(deps, learnerId)).passport,
  }
}

/**
 * The passport itself.
 * @throws AppError `not-yet-issued` while there is none
 */
export async function requireOwnPassport(
  deps: WalletDeps,
  learnerId: LearnerId,
  locale: Locale,
): Promise<Passport> {
  const passport = await findPassportOf(deps.db, learnerId, locale)
  if (passport === undefined) throw new AppError('not-yet-issued')
  return passport
}
