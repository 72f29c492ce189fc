import { isoInstant } from '../../kernel/clock.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Actor, OrganisationRole } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { recordEvent } from '../audit/index.ts'
import { joinOrganisation } from './add-membership.ts'
import type { TeamCounts } from './end-team.ts'
import type { Invitation } from './invitation.ts'
import { deleteInvitation, selectPendingInvitations, updateInvitationPlace } from './invitation-store.ts'
import { selectRoleIn, selectTeam, updateMembershipEnded } from './membership-store.ts'

interface Move {
  readonly from: OrganisationId
  readonly into: OrganisationId
  readonly at: Date
}

/**
 * A structure's people become those of the one that takes it over: somebody in both keeps the higher of their roles,
 * and a link already in a mailbox leads to the new structure. The caller has checked who may.
 */
export async function moveTeam(trx: Db, actor: Actor, move: Move): Promise<TeamCounts> {
  const { from, into, at } = move
  const pending = await selectPendingInvitations(trx, { organisationId: from })
  for (const invitation of pending) await moveInvitation(trx, actor, invitation, move)
  const team = await selectTeam(trx, from)
  for (const { accountId, role } of team) {
    await updateMembershipEnded(trx, { organisationId: from, accountId }, isoInstant(at))
    const subject = { type: 'account', id: accountId }
    await recordEvent(trx, { at, actor, action: 'member.left', organisationId: from, subject })
    const known = await selectRoleIn(trx, { organisationId: into, accountId })
    if (known !== undefined && higher(known, role) === known) continue
    await joinOrganisation(trx, actor, { accountId, organisationId: into, role, at })
  }
  return { members: team.length, invitations: pending.length }
}

const higher = (one: OrganisationRole, other: OrganisationRole): OrganisationRole =>
  one === 'coordinator' ? one : other

/** Who was asked by both has two links; the one of the structure that stays goes on, with the higher role. */
async function moveInvitation(
  trx: Db,
  actor: Actor,
  { id, email, role }: Invitation,
  { into, at }: Move,
): Promise<void> {
  const [same] = await selectPendingInvitations(trx, { organisationId: into, email })
  const kept = same ?? { id, role }
  const wanted = kept.role === 'coordinator' ? kept.role : role
  if (same !== undefined) await deleteInvitation(trx, id)
  await updateInvitationPlace(trx, kept.id, { organisationId: into, role: wanted })
  await recordEvent(trx, {
    at,
    actor,
    action: same === undefined ? 'invitation.moved' : 'invitation.cancelled',
    organisationId: into,
    subject: { type: 'invitation', id },
    details: { role: wanted },
  })
}
