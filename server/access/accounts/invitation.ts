import type { AccountId, OrganisationId } from '../../kernel/ids.ts'
import type { OrganisationRole } from '../../kernel/roles.ts'

/** A role in one structure, or `admin` of the platform. */
export type InvitedRole = OrganisationRole | 'admin'

export const INVITATION_DAYS = 7
const DAY_MS = 86_400_000

/** Somebody was asked to join. The token of the mailed link is known to its reader only; we keep its hash. */
export interface Invitation {
  readonly id: string
  readonly email: string
  readonly name: string
  /** null for the platform's admins. */
  readonly organisationId: OrganisationId | null
  readonly role: InvitedRole
  readonly invitedBy: AccountId | null
  readonly createdAt: string
  readonly expiresAt: string
  readonly acceptedAt: string | null
}

export const expiryFrom = (now: Date): Date => new Date(now.getTime() + INVITATION_DAYS * DAY_MS)

export const hasExpired = (expiresAt: string, now: Date): boolean => Date.parse(expiresAt) <= now.getTime()

export const invitationUrl = (publicUrl: string, token: string): string => `${publicUrl}/invitations/${token}`
