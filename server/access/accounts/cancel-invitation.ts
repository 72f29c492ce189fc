import { AppError } from '../../kernel/errors.ts'
import type { Actor } from '../../kernel/roles.ts'
import { recordEvent } from '../audit/index.ts'
import type { AccountDeps } from './create-account.ts'
import { deleteInvitation } from './invitation-store.ts'
import { requirePendingInvitation, type NamedInvitation } from './resend-invitation.ts'

/**
 * Takes an invitation back, for an address with a slip of the pen: its link dies.
 * @throws AppError `forbidden`, `not-found` (unknown, accepted, or of another structure)
 */
export async function cancelInvitation(
  deps: AccountDeps,
  actor: Actor,
  input: NamedInvitation,
): Promise<void> {
  await deps.db.transaction(async (trx) => {
    const { id, organisationId, role } = await requirePendingInvitation(trx, actor, input)
    if (!(await deleteInvitation(trx, id))) throw new AppError('not-found')
    await recordEvent(trx, {
      at: deps.clock.now(),
      actor,
      action: 'invitation.cancelled',
      ...(organisationId === null ? {} : { organisationId }),
      subject: { type: 'invitation', id },
      details: { role },
    })
  })
}
