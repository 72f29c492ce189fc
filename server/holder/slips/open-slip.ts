import { AppError } from '../../kernel/errors.ts'
import { parseCrockfordCode } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { hashSlipCode, SLIP_LENGTH } from './slip.ts'
import { findHolder, findSlipByHash, lockSlipByHash, type SlipHolder } from './store.ts'

export interface OpenedSlip {
  /** The canonical code, for links on the page. */
  readonly code: string
  readonly holder: SlipHolder
}

/**
 * Whose slip it is.
 * @throws AppError `link-unknown` for a code that never existed, `link-expired` for a slip that was replaced
 */
export const openSlip = (deps: { readonly db: Db }, typed: string): Promise<OpenedSlip> =>
  open(deps.db, typed, findSlipByHash)

/**
 * The same in a transaction: until it ends nobody replaces the slip, so that no visit begins with one that is dead.
 * @throws AppError as {@link openSlip}
 */
export const holdSlip = (trx: Db, typed: string): Promise<OpenedSlip> => open(trx, typed, lockSlipByHash)

async function open(db: Db, typed: string, find: typeof findSlipByHash): Promise<OpenedSlip> {
  const code = parseCrockfordCode(typed, SLIP_LENGTH)
  const slip = code === undefined ? undefined : await find(db, hashSlipCode(code))
  if (code === undefined || !slip) throw new AppError('link-unknown')
  if (slip.replacedAt !== null) throw new AppError('link-expired')
  const holder = await findHolder(db, slip.learnerId)
  if (!holder) throw new AppError('link-unknown')
  return { code, holder }
}
