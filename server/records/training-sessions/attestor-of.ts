import type { AccountId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { selectAttestor } from './store.ts'

/** Who signed a session: the account and the name it was signed with. Undefined when it is not signed, or was by no account. */
export async function attestorOf(
  db: Db,
  sessionId: string,
): Promise<{ readonly accountId: AccountId; readonly name: string } | undefined> {
  return selectAttestor(db, sessionId)
}
