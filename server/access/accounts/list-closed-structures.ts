import type { StaffActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { selectClosedStructureNames } from './membership-store.ts'

/**
 * For somebody who belongs to no structure any more: the names of those they were in until they closed. Empty for
 * everybody else.
 */
export async function closedStructuresOf(db: Db, actor: StaffActor): Promise<string[]> {
  if (actor.admin || actor.memberships.length > 0) return []
  return selectClosedStructureNames(db, actor.accountId)
}
