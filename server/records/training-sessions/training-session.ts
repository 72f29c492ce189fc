import type { IsoDate } from '../../kernel/clock.ts'
import type { AccountId, OrganisationId, TrainingSessionId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { HalfDay } from './half-day.ts'

/** Before the stay, or after it. */
export const SESSION_KINDS = ['departure', 'return'] as const
export type SessionKind = (typeof SESSION_KINDS)[number]

/**
 * A training session: youths, competences, and one signature that closes it. One structure signs it; others may share it
 * (`session-structures`).
 */
export interface TrainingSession {
  readonly id: TrainingSessionId
  readonly organisationId: OrganisationId
  readonly kind: SessionKind
  readonly title: string
  readonly place: string | undefined
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
  /** The language its credentials are written in. */
  readonly locale: Locale
  readonly frameworkId: string
  /** Competence codes, in the grid's order. */
  readonly competences: readonly string[]
  /** The mornings and afternoons that take place; undefined: each of every day. */
  readonly halfDays: readonly HalfDay[] | undefined
  readonly createdAt: string
  readonly signedAt: string | undefined
  readonly signedByName: string | undefined
}

export interface SessionSummary extends TrainingSession {
  readonly enrolments: number
  /** Whether the actor who asked may work in it (`require-session-access`); else they may prepare it. */
  readonly works: boolean
}

/** Somebody who may fill and sign the session's grid. */
export interface SessionTrainer {
  readonly accountId: AccountId
  readonly name: string
}

/** A trainer of the session, with the structure through which they were named. */
export interface NamedTrainer extends SessionTrainer {
  readonly through: OrganisationId
}

export interface NewSession {
  readonly organisationId: OrganisationId
  readonly kind: SessionKind
  readonly title: string
  readonly place?: string | undefined
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
  readonly locale: Locale
  readonly competences: readonly string[]
  /** Accounts that may be named (`trainer-pool`), besides the one who creates the session. */
  readonly trainers?: readonly AccountId[]
  /** Structures that share the session. */
  readonly partners?: readonly OrganisationId[]
  readonly halfDays?: readonly HalfDay[] | undefined
}
