import { isoInstant } from '../../kernel/clock.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { recordEvent } from '../audit/index.ts'
import { deleteInvitation, selectPendingInvitations } from './invitation-store.ts'
import { saveMembership, selectTeam, updateMembershipEnded } from './membership-store.ts'

/** A structure whose team is changed as a whole, inside the transaction of what happens to the structure. */
export interface TeamChange {
  readonly organisationId: OrganisationId
  readonly at: Date
}

export interface TeamCounts {
  readonly members: number
  readonly invitations: number
}

/**
 * Everybody leaves a structure that closes, and nobody joins it any more: its pending invitations are cancelled. The
 * caller has checked who may.
 */
export async function endTeam(trx: Db, actor: Actor, change: TeamChange): Promise<TeamCounts> {
  const { organisationId, at } = change
  const pending = await selectPendingInvitations(trx, { organisationId })
  for (const { id, role } of pending) {
    await deleteInvitation(trx, id)
    const subject = { type: 'invitation', id }
    await recordEvent(trx, {
      at,
      actor,
      action: 'invitation.cancelled',
      organisationId,
      subject,
      details: { role },
    })
  }
  const team = await selectTeam(trx, organisationId)
  for (const { accountId } of team) {
    await updateMembershipEnded(trx, { organisationId, accountId }, isoInstant(at))
    const subject = { type: 'account', id: accountId }
    await recordEvent(trx, { at, actor, action: 'member.left', organisationId, subject })
  }
  return { members: team.length, invitations: pending.length }
}

/** Those who left because it closed, at that moment, come back with the role they had. */
export async function restoreTeam(
  trx: Db,
  actor: Actor,
  change: TeamChange & { readonly closedAt: string },
): Promise<number> {
  const { organisationId, at } = change
  const team = await selectTeam(trx, organisationId, change.closedAt)
  for (const { accountId, role } of team) {
    await saveMembership(trx, { organisationId, accountId, role, at: isoInstant(at) })
    const subject = { type: 'account', id: accountId }
    await recordEvent(trx, {
      at,
      actor,
      action: 'member.joined',
      organisationId,
      subject,
      details: { role },
    })
  }
  return team.length
}
