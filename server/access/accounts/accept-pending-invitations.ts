import { isoInstant } from '../../kernel/clock.ts'
import type { AccountId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Db } from '../../platform/db/index.ts'
import { findOrganisation, requireOpenOrganisation } from '../organisations/index.ts'
import { enterByInvitation } from './accept-invitation.ts'
import { normaliseEmail } from './account.ts'
import { hasExpired, type Invitation } from './invitation.ts'
import { claimInvitationOf, selectInvitationsFor } from './invitation-store.ts'
import { selectAccount } from './store.ts'

/**
 * Says yes to every invitation that waits for an address which another organisation has verified, inside the caller's
 * transaction: opens the account without a password, with the name it was invited by. Undefined when none waits.
 */
export async function acceptPendingInvitations(
  trx: Db,
  input: { readonly email: string; readonly locale: Locale; readonly at: Date },
): Promise<AccountId | undefined> {
  const { locale, at } = input
  const email = normaliseEmail(input.email)
  let accountId: AccountId | undefined
  for (const invitation of await selectInvitationsFor(trx, email)) {
    if (!(await isOpen(trx, invitation, at))) continue
    if (!(await claimInvitationOf(trx, invitation.id, isoInstant(at)))) continue
    const account = await selectAccount(trx, { email })
    const acceptance = { name: invitation.name, passwordHash: undefined, locale, at }
    accountId = await enterByInvitation(trx, invitation, account, acceptance)
  }
  return accountId
}

async function isOpen(trx: Db, { expiresAt, organisationId }: Invitation, at: Date): Promise<boolean> {
  if (hasExpired(expiresAt, at)) return false
  if (organisationId === null) return true
  const organisation = await findOrganisation(trx, organisationId)
  if (organisation?.closedAt !== null) return false
  await requireOpenOrganisation(trx, organisationId)
  return true
}
