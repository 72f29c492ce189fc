import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { AccountId, OrganisationId } from '../../kernel/ids.ts'
import { requireRoleIn, type Actor } from '../../kernel/roles.ts'
import { recordEvent } from '../audit/index.ts'
import type { AccountDeps } from './create-account.ts'
import { updateMembershipEnded } from './membership-store.ts'

/**
 * Somebody leaves a structure: from the next request on they can do nothing there. Nobody takes themselves out, so a
 * structure keeps its last coordinator.
 * @throws AppError `forbidden`, `not-found` (no such member here), `invalid-input` (oneself)
 */
export async function endMembership(
  deps: AccountDeps,
  actor: Actor,
  input: { readonly organisationId: OrganisationId; readonly accountId: AccountId },
): Promise<void> {
  requireRoleIn(actor, input.organisationId, 'coordinator')
  if (actor.kind === 'staff' && actor.accountId === input.accountId)
    throw new AppError('invalid-input', {}, [{ field: 'accountId', message: 'fields.notYourself' }])
  await deps.db.transaction(async (trx) => {
    const at = deps.clock.now()
    if (!(await updateMembershipEnded(trx, input, isoInstant(at)))) throw new AppError('not-found')
    await recordEvent(trx, {
      at,
      actor,
      action: 'member.left',
      organisationId: input.organisationId,
      subject: { type: 'account', id: input.accountId },
    })
  })
}
