import { AppError } from '../../kernel/errors.ts'
import { parseCrockfordCode } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { findCredentialByCode } from './store.ts'

/**
 * The signed bytes of a credential by its public code.
 * @throws AppError `not-found`, `not-yet-issued`, `credential-erased` when its person had themselves erased
 */
export async function signedBytes(
  db: Db,
  typed: string,
): Promise<{ code: string; bytes: string; learnerId: string }> {
  const code = parseCrockfordCode(typed, 12)
  const record = code === undefined ? undefined : await findCredentialByCode(db, code)
  if (record === undefined) throw new AppError('not-found')
  if (record.erasedAt !== null) throw new AppError('credential-erased')
  if (record.signed === null) throw new AppError('not-yet-issued')
  return { code: record.code, bytes: record.signed, learnerId: record.learnerId }
}
