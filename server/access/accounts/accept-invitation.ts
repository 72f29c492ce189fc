import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { AccountId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { SystemActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { recordEvent } from '../audit/index.ts'
import { requireOpenOrganisation } from '../organisations/index.ts'
import type { AccountWithPassword } from './account.ts'
import { joinOrganisation } from './add-membership.ts'
import { changePassword } from './change-password.ts'
import { openAccount, type AccountDeps } from './create-account.ts'
import { hashToken } from './hash-token.ts'
import type { Invitation } from './invitation.ts'
import { claimInvitation } from './invitation-store.ts'
import { selectRoleIn } from './membership-store.ts'
import { openInvitation } from './open-invitation.ts'
import { hashPassword } from './password-hash.ts'
import { requireGoodPassword } from './password-rules.ts'
import { updateAdminSince } from './store.ts'

export interface AcceptedInvitation {
  readonly accountId: AccountId
  /** Whether the reader chose the password just now; somebody who has one signs in with it. */
  readonly passwordChosen: boolean
}

interface Acceptance {
  readonly name: string
  readonly passwordHash: string | undefined
  readonly locale: Locale
  readonly at: Date
}

/**
 * Says yes to an invitation, once. A new address opens an account with the name and password given; one that has a
 * password keeps name and password, whatever was sent: holding the link is not proof enough to change them.
 * @throws AppError `link-unknown`, `link-expired`, `invalid-input` (password, name)
 */
export async function acceptInvitation(
  deps: AccountDeps,
  input: { token: string; name?: string | undefined; password?: string | undefined; locale: Locale },
): Promise<AcceptedInvitation> {
  const { invitation, account } = await openInvitation(deps, input.token)
  const known = account !== undefined && account.passwordHash !== null
  const name = known ? account.name : (input.name ?? invitation.name)
  const passwordHash = known
    ? undefined
    : await checkedHash(input.password ?? '', { name, email: invitation.email })
  const acceptance: Acceptance = { name, passwordHash, locale: input.locale, at: deps.clock.now() }
  const accountId = await deps.db.transaction(async (trx) => {
    // the structure first, in the order of a merger: the link then leads to whoever took over
    if (invitation.organisationId !== null) await requireOpenOrganisation(trx, invitation.organisationId)
    if (!(await claimInvitation(trx, hashToken(input.token), isoInstant(acceptance.at))))
      throw new AppError('link-expired')
    return enterByInvitation(trx, invitation, account, acceptance)
  })
  return { accountId, passwordChosen: passwordHash !== undefined }
}

async function checkedHash(password: string, owner: { name: string; email: string }): Promise<string> {
  requireGoodPassword(password, owner)
  return hashPassword(password)
}

/** The account, its role and their events, inside the caller's transaction, which has claimed the invitation. */
export async function enterByInvitation(
  trx: Db,
  invitation: Invitation,
  account: AccountWithPassword | undefined,
  acceptance: Acceptance,
): Promise<AccountId> {
  const { at, passwordHash } = acceptance
  const actor: SystemActor = { kind: 'system', name: 'invitation' }
  const accountId = account?.id ?? (await open(trx, actor, invitation, acceptance))
  if (account && passwordHash !== undefined) await changePassword(trx, actor, { accountId, passwordHash, at })
  await giveRole(trx, actor, invitation, accountId, at)
  await recordEvent(trx, {
    at,
    actor,
    action: 'invitation.accepted',
    ...(invitation.organisationId === null ? {} : { organisationId: invitation.organisationId }),
    subject: { type: 'invitation', id: invitation.id },
    details: { accountId, role: invitation.role },
  })
  return accountId
}

async function open(
  trx: Db,
  actor: SystemActor,
  invitation: Invitation,
  { name, passwordHash, locale, at }: Acceptance,
): Promise<AccountId> {
  const { email } = invitation
  const account = await openAccount(trx, actor, {
    email,
    name,
    locale,
    at,
    passwordHash: passwordHash ?? null,
  })
  return account.id
}

/** An older invitation never takes away what a newer one gave: a coordinator stays one. */
async function giveRole(
  trx: Db,
  actor: SystemActor,
  { organisationId, role }: Invitation,
  accountId: AccountId,
  at: Date,
): Promise<void> {
  if (role === 'admin') {
    await updateAdminSince(trx, accountId, isoInstant(at))
    return
  }
  if (organisationId === null) return
  const held = await selectRoleIn(trx, { accountId, organisationId })
  if (held !== 'coordinator') await joinOrganisation(trx, actor, { accountId, organisationId, role, at })
}
