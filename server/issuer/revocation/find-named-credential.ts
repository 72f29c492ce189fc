import { parseCrockfordCode, type CredentialId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { findCredential, findCredentialByCode, type CredentialRecord } from '../credentials/index.ts'

/** A credential by whatever somebody has at hand: id, code as typed or printed, or a URL that ends with the code. */
export async function findNamedCredential(db: Db, name: string): Promise<CredentialRecord | undefined> {
  const text = name.trim()
  const last = URL.canParse(text) ? (new URL(text).pathname.split('/').at(-1) ?? '') : text
  const code = parseCrockfordCode(last, 12)
  const byCode = code === undefined ? undefined : await findCredentialByCode(db, code)
  return byCode ?? (await findCredential(db, text as CredentialId))
}
