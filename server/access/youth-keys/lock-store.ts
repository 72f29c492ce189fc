import type { Db } from '../../platform/db/index.ts'
import type { KeyOwner } from './person-store.ts'

const locks = (db: Db) => db<{ learner_id: string; set_at: string }>('youth_passkey_locks')

export async function hasPasskeyLock(db: Db, { records }: Pick<KeyOwner, 'records'>): Promise<boolean> {
  const row: unknown = await locks(db)
    .whereIn('learner_id', [...records])
    .first('learner_id')
  return row !== undefined
}

export async function savePasskeyLock(db: Db, owner: KeyOwner, at: string): Promise<void> {
  await deletePasskeyLock(db, owner)
  await locks(db).insert({ learner_id: owner.learnerId, set_at: at })
}

/** Returns how many there were. */
export async function deletePasskeyLock(db: Db, { records }: Pick<KeyOwner, 'records'>): Promise<number> {
  return locks(db)
    .whereIn('learner_id', [...records])
    .delete()
}
