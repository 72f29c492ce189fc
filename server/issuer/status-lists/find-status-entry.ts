import { AppError } from '../../kernel/errors.ts'
import type { CredentialId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { StatusEntry } from './allocate-status-entries.ts'
import { statusListUrl } from './status-list.ts'
import { findRevocationEntry } from './store.ts'

/** The entry of a credential's revocation list, with the DID that signs that list. Throws `not-found`. */
export async function findStatusEntry(
  db: Db,
  credentialId: CredentialId,
): Promise<StatusEntry & { issuerDid: string }> {
  const entry = await findRevocationEntry(db, credentialId)
  if (entry === undefined) throw new AppError('not-found')
  const { listId, index, issuerDid, origin } = entry
  return { listId, index, issuerDid, listUrl: statusListUrl(origin, listId) }
}
