import { isDeepStrictEqual } from 'node:util'
import { parseCrockfordCode } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { JsonObject } from '../../vc/index.ts'
import { codeOf } from './credential-url.ts'
import { findCredentialByCode } from './store.ts'

const CODE_LENGTH = 12

/**
 * When our register recorded this very document as signed, to the second; undefined when it never did, or recorded
 * another one under that code. It is what still tells our own credentials from forgeries once their key was compromised:
 * the date inside a proof is written by whoever signs.
 */
export async function whenSigned(db: Db, document: JsonObject): Promise<Date | undefined> {
  const { id } = document
  const code = typeof id === 'string' ? parseCrockfordCode(codeOf(id), CODE_LENGTH) : undefined
  const record = code === undefined ? undefined : await findCredentialByCode(db, code)
  if (record === undefined || record.signed === null || record.signedAt === null) return undefined
  return isDeepStrictEqual(JSON.parse(record.signed), document) ? new Date(record.signedAt) : undefined
}
