import type { IsoDate } from '../../kernel/clock.ts'
import type { AccountId, OrganisationId, TrainingSessionId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'

/** Before the stay, or after it. */
export const SESSION_KINDS = ['departure', 'return'] as const
export type SessionKind = (typeof SESSION_KINDS)[number]

/** A training session of one structure: youths, competences, and one signature that closes it. */
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
  readonly createdAt: string
  readonly signedAt: string | undefined
  readonly signedByName: string | undefined
}

export interface SessionSummary extends TrainingSession {
  readonly enrolments: number
}

/** Somebody who may fill and sign the session's grid. */
export interface SessionTrainer {
  readonly accountId: AccountId
  readonly name: string
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
  /** Accounts of the same structure, besides the one who creates the session. */
  readonly trainers?: readonly AccountId[]
}
