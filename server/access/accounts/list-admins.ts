import type { Db } from '../../platform/db/index.ts'
import type { Account } from './account.ts'
import { selectAdmins } from './store.ts'

/** Who runs the platform, in alphabetical order. */
export async function listAdmins(db: Db): Promise<Account[]> {
  const admins = await selectAdmins(db)
  return admins.sort((left, right) => left.name.localeCompare(right.name, 'fr'))
}
