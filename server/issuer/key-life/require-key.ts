import { AppError } from '../../kernel/errors.ts'
import type { Db } from '../../platform/db/index.ts'
import { findIssuerById, findKey, isInstanceSlug, type IssuerRow, type KeyRow } from '../keys/index.ts'

/** A key with whose it is; the keys of instances are not among them. Throws `not-found`. */
export async function requireKey(db: Db, keyId: string): Promise<{ key: KeyRow; issuer: IssuerRow }> {
  const key = await findKey(db, keyId)
  const issuer = key && (await findIssuerById(db, key.issuerId))
  if (key === undefined || issuer === undefined || isInstanceSlug(issuer.slug))
    throw new AppError('not-found')
  return { key, issuer }
}
