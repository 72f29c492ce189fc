export type { Account, AccountWithPassword, Member } from './account.ts'
export { addMembership, type NewMembership } from './add-membership.ts'
export { acceptPendingInvitations } from './accept-pending-invitations.ts'
export { acceptInvitation, type AcceptedInvitation } from './accept-invitation.ts'
export { cancelInvitation } from './cancel-invitation.ts'
export { changePassword } from './change-password.ts'
export { createAccount, type AccountDeps, type NewAccount } from './create-account.ts'
export { disableAccount, enableAccount, signOutAccount, type SignOutDeps } from './disable-account.ts'
export { endMembership } from './end-membership.ts'
export { endTeam, restoreTeam, type TeamCounts } from './end-team.ts'
export { findAccount, findAccountByEmail, findStaffActor } from './find-account.ts'
export { hashToken } from './hash-token.ts'
export type { Invitation, InvitedRole } from './invitation.ts'
export { memberInvitationForm } from './forms.ts'
export { ownStructures, requireOwnStructure } from './find-structure.ts'
export {
  inviteMember,
  mailInvitation,
  prepareInvitation,
  type InviteDeps,
  type NewInvitation,
  type SentInvitation,
} from './invite-member.ts'
export { lockAccount } from './store.ts'
export { listMembers } from './list-members.ts'
export { hashPassword, matchesPassword } from './password-hash.ts'
export { MIN_PASSWORD_LENGTH, requireGoodPassword } from './password-rules.ts'
export { closedStructuresOf } from './list-closed-structures.ts'
export { goneView } from './view.ts'
export { listPendingInvitations } from './list-pending-invitations.ts'
export { moveTeam } from './move-team.ts'
export { resendInvitation } from './resend-invitation.ts'
export { accountRoutes, type AccountRoutesDeps } from './routes.ts'
