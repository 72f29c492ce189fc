import { AppError } from '../../kernel/errors.ts'
import type { Speaker } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { recordEvent } from '../audit/index.ts'
import type { PasskeyId, PasskeyOwner } from './passkey.ts'
import { deletePasskey, deletePasskeysOf } from './store.ts'

/**
 * Forgets one key, inside the caller's transaction: it opens nothing from then on.
 * @throws AppError `not-found` when the owner has no such key
 */
export async function removePasskey(
  trx: Db,
  actor: Speaker,
  input: { readonly owner: PasskeyOwner; readonly id: PasskeyId; readonly at: Date },
): Promise<void> {
  const { owner, id, at } = input
  if (!(await deletePasskey(trx, owner, id))) throw new AppError('not-found')
  await recordEvent(trx, {
    at,
    actor,
    action: 'passkey.removed',
    subject: { type: owner.kind, id: owner.id },
    details: { passkeyId: id },
  })
}

/** Forgets all keys of an owner, inside the caller's transaction. @returns how many there were */
export async function removePasskeysOf(
  trx: Db,
  actor: Speaker,
  input: { readonly owner: PasskeyOwner; readonly at: Date },
): Promise<number> {
  const { owner, at } = input
  const count = await deletePasskeysOf(trx, owner)
  if (count > 0)
    await recordEvent(trx, {
      at,
      actor,
      action: 'passkey.all-removed',
      subject: { type: owner.kind, id: owner.id },
      details: { count },
    })
  return count
}
