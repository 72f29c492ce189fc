import type { CredentialId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { StatusEntry } from './allocate-status-entries.ts'
import { statusListUrl } from './status-list.ts'
import { selectEntries } from './entry-store.ts'

/** A credential's entry in a list, with the DID that signs that list. */
export type SignedStatusEntry = StatusEntry & { readonly issuerDid: string }

/** Every status list entry of a credential, revocation first; none for one that we never asked for. */
export async function findStatusEntries(db: Db, credentialId: CredentialId): Promise<SignedStatusEntry[]> {
  const rows = await selectEntries(db, credentialId)
  return rows
    .map(({ origin, ...entry }) => ({ ...entry, listUrl: statusListUrl(origin, entry.listId) }))
    .sort((a, b) => (a.purpose < b.purpose ? -1 : 1))
}
