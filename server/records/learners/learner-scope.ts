import type { AccountId, OrganisationId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'

/** Whose records somebody sees. */
export type LearnerScope =
  | { readonly kind: 'all' }
  | {
      readonly kind: 'some'
      /** Every record of these structures. */
      readonly organisationIds: readonly OrganisationId[]
      /** Besides: who has a place in a session that names this trainer. */
      readonly named?: NamedTrainer
    }

export interface NamedTrainer {
  readonly accountId: AccountId
  /** Structures where the trainer has a role. */
  readonly organisationIds: readonly OrganisationId[]
}

/**
 * Whose records the actor's roster shows: a coordinator those of their structures, a trainer the people of the sessions
 * that name them, an admin and the system everybody.
 */
export function scopeOf(actor: Actor): LearnerScope {
  if (actor.kind === 'system' || actor.admin) return { kind: 'all' }
  const coordinated = actor.memberships.filter(({ role }) => role === 'coordinator')
  return {
    kind: 'some',
    organisationIds: coordinated.map(({ organisationId }) => organisationId),
    named: {
      accountId: actor.accountId,
      organisationIds: actor.memberships.map(({ organisationId }) => organisationId),
    },
  }
}
