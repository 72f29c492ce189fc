import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { AccountId, OrganisationId } from '../../kernel/ids.ts'
import { requireAdmin, type Actor, type OrganisationRole } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { recordEvent } from '../audit/index.ts'
import { requireOpenOrganisation } from '../organisations/index.ts'
import type { AccountDeps } from './create-account.ts'
import { saveMembership } from './membership-store.ts'
import { selectAccount } from './store.ts'

export interface NewMembership {
  readonly accountId: AccountId
  readonly organisationId: OrganisationId
  readonly role: OrganisationRole
}

/**
 * Puts somebody in a structure without asking them: for the command line and the demonstration. Everybody else invites.
 * @throws AppError `forbidden`, `not-found` (account or structure), `structure-closed`
 */
export async function addMembership(deps: AccountDeps, actor: Actor, input: NewMembership): Promise<void> {
  requireAdmin(actor)
  await deps.db.transaction(async (trx) => {
    if (!(await selectAccount(trx, { id: input.accountId }))) throw new AppError('not-found')
    await requireOpenOrganisation(trx, input.organisationId)
    await joinOrganisation(trx, actor, { ...input, at: deps.clock.now() })
  })
}

/** The membership and its event, inside the caller's transaction. */
export async function joinOrganisation(
  trx: Db,
  actor: Actor,
  input: NewMembership & { at: Date },
): Promise<void> {
  await saveMembership(trx, { ...input, at: isoInstant(input.at) })
  await recordEvent(trx, {
    at: input.at,
    actor,
    action: 'member.joined',
    organisationId: input.organisationId,
    subject: { type: 'account', id: input.accountId },
    details: { role: input.role },
  })
}
