import type { Db } from '../../platform/db/index.ts'
import type { Passkey, PasskeyOwner } from './passkey.ts'
import { selectPasskeys } from './store.ts'

/** An owner's keys, oldest first; nothing that could check or make a signature. */
export async function listPasskeys(db: Db, owner: PasskeyOwner): Promise<Passkey[]> {
  const passkeys = await selectPasskeys(db, owner)
  return passkeys.map(({ id, name, synced, createdAt, lastUsedAt }) => ({
    id,
    owner,
    name,
    synced,
    createdAt,
    lastUsedAt,
  }))
}
