import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { newId, newSecretToken, type OrganisationId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import { requireAdmin, requireRoleIn, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { recordEvent } from '../audit/index.ts'
import { requireOpenOrganisation } from '../organisations/index.ts'
import { normaliseEmail } from './account.ts'
import { hashToken } from './hash-token.ts'
import { expiryFrom, invitationUrl, type Invitation, type InvitedRole } from './invitation.ts'
import { insertInvitation, selectPendingInvitations, updateInvitation } from './invitation-store.ts'
import { selectRoleIn } from './membership-store.ts'
import { sendInvitation, type SendInvitationDeps } from './send-invitation.ts'
import { selectAccount } from './store.ts'

export interface InviteDeps extends SendInvitationDeps {
  readonly db: Db
  readonly clock: Clock
  readonly publicUrl: string
}

export interface NewInvitation {
  readonly email: string
  readonly name: string
  readonly role: InvitedRole
  /** null goes with the role `admin`, and only with it. */
  readonly organisationId: OrganisationId | null
  /** Language of the mail. */
  readonly locale: Locale
}

export interface SentInvitation {
  readonly invitation: Invitation
  /** The link itself: for the command line and the demonstration, never for a page. */
  readonly url: string
  /** Whether the mail server took the mail. */
  readonly sent: boolean
}

/**
 * Asks somebody to join: a coordinator for their own structure, an admin for any and for the platform. Asking again
 * replaces the pending invitation, and its link dies.
 * @throws AppError `forbidden`, `not-found` (structure), `structure-closed`, `already-exists` (has this role), `invalid-input`
 */
export async function inviteMember(
  deps: InviteDeps,
  actor: Actor,
  input: NewInvitation,
): Promise<SentInvitation> {
  requireInviter(actor, input)
  const prepared = await deps.db.transaction((trx) => prepareInvitation(trx, deps, actor, input))
  return mailInvitation(deps, actor, prepared)
}

/** An invitation that is kept, and whose link is not mailed yet. */
export interface PreparedInvitation {
  readonly invitation: Invitation
  readonly token: string
  readonly organisationName: string | undefined
  readonly locale: Locale
}

/** Keeps the invitation, in its caller's transaction. The caller has checked that the actor may invite. */
export async function prepareInvitation(
  trx: Db,
  { clock }: Pick<InviteDeps, 'clock'>,
  actor: Actor,
  input: NewInvitation,
): Promise<PreparedInvitation> {
  const { organisationId, locale } = input
  const organisation =
    organisationId === null ? undefined : await requireOpenOrganisation(trx, organisationId)
  await refuseWhoCannotJoin(trx, input)
  const token = newSecretToken()
  const invitation = await keepInvitation(trx, clock.now(), actor, input, token)
  return { invitation, token, organisationName: organisation?.name, locale }
}

/** Mails the link of an invitation whose transaction is through. */
export async function mailInvitation(
  deps: InviteDeps,
  actor: Actor,
  { invitation, token, organisationName, locale }: PreparedInvitation,
): Promise<SentInvitation> {
  const url = invitationUrl(deps.publicUrl, token)
  const sent = await sendInvitation(deps, {
    invitation,
    organisationName,
    inviterName: actor.name,
    url,
    locale,
  })
  return { invitation, url, sent }
}

/** @throws AppError `forbidden` unless the actor may hand this role out */
export function requireInviter(
  actor: Actor,
  input: { readonly role: InvitedRole; readonly organisationId: OrganisationId | null },
): void {
  if (input.role === 'admin' || input.organisationId === null) {
    requireAdmin(actor)
    if (input.role !== 'admin' || input.organisationId !== null) throw new AppError('invalid-input')
  } else requireRoleIn(actor, input.organisationId, 'coordinator')
}

async function refuseWhoCannotJoin(trx: Db, input: NewInvitation): Promise<void> {
  const account = await selectAccount(trx, { email: normaliseEmail(input.email) })
  if (account === undefined) return
  if (account.disabledAt !== null)
    throw new AppError('invalid-input', {}, [{ field: 'email', message: 'fields.accountClosed' }])
  const { organisationId } = input
  const role =
    organisationId === null ? undefined : await selectRoleIn(trx, { accountId: account.id, organisationId })
  const hasIt = organisationId === null ? account.admin : role === 'coordinator' || role === input.role
  if (hasIt) throw new AppError('already-exists', {}, [{ field: 'email', message: 'fields.memberExists' }])
}

async function keepInvitation(
  trx: Db,
  at: Date,
  actor: Actor,
  input: NewInvitation,
  token: string,
): Promise<Invitation> {
  const email = normaliseEmail(input.email)
  const { organisationId, name, role } = input
  const [pending] = await selectPendingInvitations(trx, { organisationId, email })
  const invitation: Invitation = {
    id: pending?.id ?? newId(),
    email,
    name,
    organisationId,
    role,
    invitedBy: actor.kind === 'staff' ? actor.accountId : null,
    createdAt: pending?.createdAt ?? isoInstant(at),
    expiresAt: isoInstant(expiryFrom(at)),
    acceptedAt: null,
  }
  if (pending) await updateInvitation(trx, invitation, hashToken(token))
  else await insertInvitation(trx, invitation, hashToken(token))
  await recordEvent(trx, {
    at,
    actor,
    action: pending ? 'invitation.resent' : 'invitation.sent',
    ...(organisationId === null ? {} : { organisationId }),
    subject: { type: 'invitation', id: invitation.id },
    details: { role },
  })
  return invitation
}
