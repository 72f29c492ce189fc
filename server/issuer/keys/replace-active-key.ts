import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { IssuerId } from '../../kernel/ids.ts'
import { isUniqueViolation, type Db } from '../../platform/db/index.ts'
import { insertActiveKey, retireActiveKey } from './store.ts'

/**
 * Puts a key that the key store has made already in an issuer's service, in the caller's transaction; the former one
 * retires. Returns that one, or null when there was none.
 */
export async function replaceActiveKey(
  trx: Db,
  issuerId: IssuerId,
  keyId: string,
  at: Date,
): Promise<string | null> {
  const retired = (await retireActiveKey(trx, issuerId, isoInstant(at))) ?? null
  await insertActiveKey(trx, keyId, issuerId, isoInstant(at))
  return retired
}

/** One active key an issuer: the second of two replacements at once is refused by the database. */
export function explainKeyRace(error: unknown): never {
  throw isUniqueViolation(error) ? new AppError('changed-meanwhile') : error
}
