import { AppError } from '../../kernel/errors.ts'
import { parseCrockfordCode } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Db } from '../../platform/db/index.ts'
import { findPassportOf, hadPassport, type Passport } from '../passports/index.ts'
import { hashSlipCode, SLIP_LENGTH } from './slip.ts'
import { findHolder, findSlipByHash, type SlipHolder } from './store.ts'

export interface OpenedSlip {
  /** The canonical code, for links on the page. */
  readonly code: string
  readonly holder: SlipHolder
  /** Undefined while nothing is signed, or when what was signed is withdrawn. */
  readonly passport: Passport | undefined
  readonly withdrawn: boolean
}

/**
 * What a slip opens.
 * @throws AppError `link-unknown` for a code that never existed, `link-expired` for a slip that was replaced
 */
export async function openSlip(
  deps: { readonly db: Db },
  typed: string,
  locale: Locale,
): Promise<OpenedSlip> {
  const code = parseCrockfordCode(typed, SLIP_LENGTH)
  const slip = code === undefined ? undefined : await findSlipByHash(deps.db, hashSlipCode(code))
  if (code === undefined || !slip) throw new AppError('link-unknown')
  if (slip.replacedAt !== null) throw new AppError('link-expired')
  const holder = await findHolder(deps.db, slip.learnerId)
  if (!holder) throw new AppError('link-unknown')
  const passport = await findPassportOf(deps.db, holder.id, locale)
  return { code, holder, passport, withdrawn: !passport && (await hadPassport(deps.db, holder.id)) }
}
