import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { AccountId, OrganisationId } from '../../kernel/ids.ts'
import { requireRoleIn, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { recordEvent } from '../audit/index.ts'
import type { AccountDeps } from './create-account.ts'
import { deleteInvitation, selectPendingInvitations } from './invitation-store.ts'
import { updateMembershipEnded } from './membership-store.ts'
import { selectAccount } from './store.ts'

interface Leaving {
  readonly organisationId: OrganisationId
  readonly accountId: AccountId
}

/**
 * Somebody leaves a structure: from the next request on they can do nothing there, and an invitation still in their
 * mailbox does not bring them back. Nobody takes themselves out, so a
 * structure keeps its last coordinator.
 * @throws AppError `forbidden`, `not-found` (no such member here), `invalid-input` (oneself)
 */
export async function endMembership(deps: AccountDeps, actor: Actor, input: Leaving): Promise<void> {
  requireRoleIn(actor, input.organisationId, 'coordinator')
  if (actor.kind === 'staff' && actor.accountId === input.accountId)
    throw new AppError('invalid-input', {}, [{ field: 'accountId', message: 'fields.notYourself' }])
  await deps.db.transaction(async (trx) => {
    const at = deps.clock.now()
    // before the membership, in the order of `acceptInvitation`: of the two at once, leaving wins
    await cancelInvitationsOf(trx, actor, input, at)
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

async function cancelInvitationsOf(
  trx: Db,
  actor: Actor,
  { organisationId, accountId }: Leaving,
  at: Date,
): Promise<void> {
  const account = await selectAccount(trx, { id: accountId })
  if (!account) return
  const pending = await selectPendingInvitations(trx, { organisationId, email: account.email })
  for (const { id, role } of pending) {
    if (!(await deleteInvitation(trx, id))) continue
    await recordEvent(trx, {
      at,
      actor,
      action: 'invitation.cancelled',
      organisationId,
      subject: { type: 'invitation', id },
      details: { role },
    })
  }
}
