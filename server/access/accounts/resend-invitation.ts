import { AppError } from '../../kernel/errors.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { inviteMember, requireInviter, type InviteDeps, type SentInvitation } from './invite-member.ts'
import type { Invitation } from './invitation.ts'
import { selectInvitation } from './invitation-store.ts'

/** A pending invitation as a page names it: by id, in the place it belongs to. */
export interface NamedInvitation {
  readonly id: string
  readonly organisationId: OrganisationId | null
}

/**
 * Mails a new link, good for seven days again; the former one dies.
 * @throws AppError `forbidden`, `not-found` (unknown, accepted, or of another structure)
 */
export async function resendInvitation(
  deps: InviteDeps,
  actor: Actor,
  input: NamedInvitation & { readonly locale: Locale },
): Promise<SentInvitation> {
  const invitation = await requirePendingInvitation(deps.db, actor, input)
  const { email, name, role, organisationId } = invitation
  return inviteMember(deps, actor, { email, name, role, organisationId, locale: input.locale })
}

/** The invitation, for somebody who may send it. @throws AppError `forbidden`, `not-found` */
export async function requirePendingInvitation(
  db: Db,
  actor: Actor,
  named: NamedInvitation,
): Promise<Invitation> {
  const invitation = await selectInvitation(db, { id: named.id })
  if (invitation === undefined || invitation.organisationId !== named.organisationId)
    throw new AppError('not-found')
  requireInviter(actor, invitation)
  if (invitation.acceptedAt !== null) throw new AppError('not-found')
  return invitation
}
