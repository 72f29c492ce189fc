import { AppError } from '../../kernel/errors.ts'
import type { Db } from '../../platform/db/index.ts'
import { findOrganisation, type Organisation } from '../organisations/index.ts'
import type { AccountWithPassword } from './account.ts'
import type { AccountDeps } from './create-account.ts'
import { hashToken } from './hash-token.ts'
import { hasExpired, type Invitation } from './invitation.ts'
import { selectInvitation } from './invitation-store.ts'
import { selectAccount } from './store.ts'

/** What the reader of a mailed link may know. */
export interface OpenInvitation {
  readonly invitation: Invitation
  /** Undefined for the platform's admins. */
  readonly organisation: Organisation | undefined
  /** Who this address is already, with a password of their own: they only say yes. */
  readonly account: AccountWithPassword | undefined
}

/**
 * The invitation behind a link.
 * @throws AppError `link-unknown`, `link-expired` (too old, used, structure closed, account disabled)
 */
export async function openInvitation(
  deps: Pick<AccountDeps, 'db' | 'clock'>,
  token: string,
): Promise<OpenInvitation> {
  const invitation = await selectInvitation(deps.db, { tokenHash: hashToken(token) })
  if (invitation === undefined) throw new AppError('link-unknown')
  if (invitation.acceptedAt !== null || hasExpired(invitation.expiresAt, deps.clock.now()))
    throw new AppError('link-expired')
  const organisation = await stillOpen(deps.db, invitation)
  const account = await selectAccount(deps.db, { email: invitation.email })
  if (account !== undefined && account.disabledAt !== null) throw new AppError('link-expired')
  return { invitation, organisation, account }
}

async function stillOpen(db: Db, { organisationId }: Invitation): Promise<Organisation | undefined> {
  if (organisationId === null) return undefined
  const organisation = await findOrganisation(db, organisationId)
  if (organisation?.closedAt !== null) throw new AppError('link-expired')
  return organisation
}
