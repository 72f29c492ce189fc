import type { AccountId, LearnerId, MobilityId, OrganisationId } from './ids.ts'
import { AppError } from './errors.ts'

/** A role inside one structure. The platform's `admin` is a property of the account, not of a structure. */
export type OrganisationRole = 'coordinator' | 'trainer'

export interface Membership {
  readonly organisationId: OrganisationId
  readonly role: OrganisationRole
}

/** Somebody signed in. */
export interface StaffActor {
  readonly kind: 'staff'
  readonly accountId: AccountId
  readonly name: string
  readonly email: string
  readonly admin: boolean
  readonly memberships: readonly Membership[]
  /** What they must do before anything else: pages declared `account` are open to them, no other. */
  readonly owes?: 'second-factor'
}

/** The operator at the command line, or the server itself. */
export interface SystemActor {
  readonly kind: 'system'
  readonly name: string
}

export type Actor = StaffActor | SystemActor

/** A young person in their own space, recognised by a slip or by a key they added. */
export interface LearnerActor {
  readonly kind: 'learner'
  readonly learnerId: LearnerId
  /** Given name: what the pages call them. */
  readonly name: string
}

/** The tutor abroad, who holds the link of one stay. */
export interface HostActor {
  readonly kind: 'host'
  readonly mobilityId: MobilityId
  readonly name: string
}

/** Who holds parental authority over a minor, and the link that was sent about them. */
export interface GuardianActor {
  readonly kind: 'guardian'
  readonly learnerId: LearnerId
  readonly name: string
}

/** Everybody who may say something about a young person. Roles in structures are for an {@link Actor} alone. */
export type Speaker = Actor | LearnerActor | HostActor | GuardianActor

/** Whether `actor` may act in the structure, with at least this role (a coordinator may do what a trainer may). */
export function mayActIn(actor: Actor, organisationId: OrganisationId, role: OrganisationRole): boolean {
  if (actor.kind === 'system' || actor.admin) return true
  return actor.memberships.some(
    (membership) =>
      membership.organisationId === organisationId &&
      (membership.role === 'coordinator' || membership.role === role),
  )
}

/** Throws `forbidden` unless {@link mayActIn}. */
export function requireRoleIn(actor: Actor, organisationId: OrganisationId, role: OrganisationRole): void {
  if (!mayActIn(actor, organisationId, role)) throw new AppError('forbidden')
}

/** Throws `forbidden` unless the actor runs the platform. */
export function requireAdmin(actor: Actor): void {
  if (actor.kind === 'staff' && !actor.admin) throw new AppError('forbidden')
}
