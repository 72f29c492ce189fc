import type { LearnerId, OrganisationId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'

/** How much is kept in a structure's name. */
export interface RecordCounts {
  readonly learners: number
  readonly openSessions: number
  readonly signedSessions: number
  /** Signed by it, withdrawn and replaced ones too. */
  readonly credentials: number
  /** Asked for and not signed yet: signed in its name whatever becomes of it. */
  readonly pendingCredentials: number
}

/** Somebody whom both structures have a record of. */
export interface SharedPerson {
  /** The record of the structure that is taken over. */
  readonly id: LearnerId
  readonly name: string
  readonly birthDate: string | null
}

/** What the records of two structures have in common. */
export interface SharedPeople {
  /** The same name and day of birth: one person, whose two records become one. */
  readonly same: readonly SharedPerson[]
  /** The same name and no day of birth: only somebody who knows them can say. */
  readonly doubtful: readonly SharedPerson[]
  /** The same name and another day of birth, or one known and one not: two records, kept apart. */
  readonly namesakes: readonly SharedPerson[]
  /** Twice in one session that is not signed yet, once by each record: two rows of a grid cannot become one. */
  readonly twice: readonly (SharedPerson & { readonly session: string })[]
  /** Stays that both records tell, not in the same words: each session keeps its own. */
  readonly toldTwice: readonly SharedPerson[]
}

export interface TakenOver {
  readonly learners: number
  readonly merged: number
  readonly sessions: number
}

export interface Pair {
  readonly from: OrganisationId
  readonly into: OrganisationId
}

/**
 * What the records keep in a structure's name. This folder may not read the records: `compose.ts` brings them. Nothing
 * here checks who may.
 */
export interface StructureRecords {
  count(db: Db, organisationId: OrganisationId): Promise<RecordCounts>
  compare(db: Db, pair: Pair): Promise<SharedPeople>
  /**
   * Moves young people, their stays and the sessions, inside the transaction. Of those in `onePerson` (records of the
   * structure taken over) both records become one.
   */
  takeOver(
    trx: Db,
    actor: Actor,
    input: Pair & { readonly at: Date; readonly onePerson: readonly LearnerId[] },
  ): Promise<TakenOver>
  /** After the transaction: signs the passports that bring together what two records held apart. Never throws. */
  finish(): Promise<void>
}
