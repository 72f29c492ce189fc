import type { AccountId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { recordEvent } from '../audit/index.ts'
import { updatePasswordHash } from './store.ts'

/** Replaces an account's password, inside the caller's transaction. The caller checked who asks and the rules. */
export async function changePassword(
  trx: Db,
  actor: Actor,
  input: { readonly accountId: AccountId; readonly passwordHash: string; readonly at: Date },
): Promise<void> {
  await updatePasswordHash(trx, input.accountId, input.passwordHash)
  await recordEvent(trx, {
    at: input.at,
    actor,
    action: 'account.password-changed',
    subject: { type: 'account', id: input.accountId },
  })
}
