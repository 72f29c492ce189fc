import type { IssuerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { raiseRevisions } from './list-store.ts'

/**
 * Makes every list of an issuer due to be signed anew, in the transaction that takes away the key they were signed with:
 * whoever asks for one next gets it under the key that took over. Nothing is signed here.
 */
export function renewLists(trx: Db, issuerId: IssuerId): Promise<void> {
  return raiseRevisions(trx, issuerId)
}
