import type { AccountId, OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Invitation, InvitedRole } from './invitation.ts'
import { toRole } from './store.ts'

interface InvitationRow {
  id: string
  token_hash: string
  email: string
  name: string
  organisation_id: OrganisationId | null
  role: string
  invited_by: AccountId | null
  created_at: string
  expires_at: string
  accepted_at: string | null
}

const invitations = (db: Db) => db<InvitationRow>('invitations')

export async function insertInvitation(db: Db, invitation: Invitation, tokenHash: string): Promise<void> {
  await invitations(db).insert({
    id: invitation.id,
    token_hash: tokenHash,
    email: invitation.email,
    name: invitation.name,
    organisation_id: invitation.organisationId,
    role: invitation.role,
    invited_by: invitation.invitedBy,
    created_at: invitation.createdAt,
    expires_at: invitation.expiresAt,
    accepted_at: invitation.acceptedAt,
  })
}

export async function selectInvitation(
  db: Db,
  where: { id: string } | { tokenHash: string },
): Promise<Invitation | undefined> {
  const row: InvitationRow | undefined = await invitations(db)
    .where('id' in where ? where : { token_hash: where.tokenHash })
    .first()
  return row && toInvitation(row)
}

/** Those nobody has accepted yet, newest first; of one structure, or of the platform's admins (null). */
export async function selectPendingInvitations(
  db: Db,
  where: { organisationId: OrganisationId | null; email?: string },
): Promise<Invitation[]> {
  const query = invitations(db).whereNull('accepted_at').orderBy('created_at', 'desc')
  if (where.organisationId === null) void query.whereNull('organisation_id')
  else void query.where({ organisation_id: where.organisationId })
  if (where.email !== undefined) void query.where({ email: where.email })
  const rows: InvitationRow[] = await query
  return rows.map(toInvitation)
}

/** A new link; the one mailed before stops working because its hash is gone. */
export async function updateInvitation(
  db: Db,
  invitation: Pick<Invitation, 'id' | 'name' | 'role' | 'expiresAt'>,
  tokenHash: string,
): Promise<boolean> {
  const changed: number = await invitations(db).where({ id: invitation.id }).whereNull('accepted_at').update({
    token_hash: tokenHash,
    name: invitation.name,
    role: invitation.role,
    expires_at: invitation.expiresAt,
  })
  return changed === 1
}

/** Uses the link up. @returns false when it was replaced or somebody was faster */
export async function claimInvitation(db: Db, tokenHash: string, at: string): Promise<boolean> {
  const changed: number = await invitations(db)
    .where({ token_hash: tokenHash })
    .whereNull('accepted_at')
    .update({ accepted_at: at })
  return changed === 1
}

/** Those of one address that nobody has accepted yet, oldest first: of structures and of the platform. */
export async function selectInvitationsFor(db: Db, email: string): Promise<Invitation[]> {
  const rows: InvitationRow[] = await invitations(db)
    .where({ email })
    .whereNull('accepted_at')
    .orderBy('created_at')
  return rows.map(toInvitation)
}

/** The same without its link, for somebody whose address was verified by another way. */
export async function claimInvitationOf(db: Db, id: string, at: string): Promise<boolean> {
  const changed: number = await invitations(db)
    .where({ id })
    .whereNull('accepted_at')
    .update({ accepted_at: at })
  return changed === 1
}

/** The same link, for the structure that took the first one over. */
export async function updateInvitationPlace(
  db: Db,
  id: string,
  place: { readonly organisationId: OrganisationId; readonly role: InvitedRole },
): Promise<void> {
  await invitations(db)
    .where({ id })
    .whereNull('accepted_at')
    .update({ organisation_id: place.organisationId, role: place.role })
}

export async function deleteInvitation(db: Db, id: string): Promise<boolean> {
  const removed: number = await invitations(db).where({ id }).whereNull('accepted_at').delete()
  return removed === 1
}

function toInvitation(row: InvitationRow): Invitation {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    organisationId: row.organisation_id,
    role: row.role === 'admin' ? 'admin' : toRole(row.role),
    invitedBy: row.invited_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    acceptedAt: row.accepted_at,
  }
}
