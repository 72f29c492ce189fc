import type { CredentialId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { credentialUrl, findCredential } from '../credentials/index.ts'
import { findRequested } from './store.ts'

/** What an endorsement speaks of: a credential whose address lasts, whether or not it is signed yet. */
export interface EndorsedCredential {
  readonly id: CredentialId
  readonly url: string
}

/** The credentials of these award keys, asked for in the same act or long signed. */
export async function findEndorsed(
  trx: Db,
  publicUrl: string,
  awardKeys: readonly (string | undefined)[],
): Promise<ReadonlyMap<string, EndorsedCredential>> {
  const keys = [...new Set(awardKeys)].filter((key) => key !== undefined)
  const endorsed = new Map<string, EndorsedCredential>()
  for (const { id, code, awardKey } of await findRequested(trx, keys)) {
    // signed under another address, it keeps that one
    const known = (await findCredential(trx, id))?.url ?? ''
    endorsed.set(awardKey, { id, url: known === '' ? credentialUrl(publicUrl, code) : known })
  }
  return endorsed
}
