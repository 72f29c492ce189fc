import type { LearnerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'

/** A file that belongs to an export: its name there, with folders. */
export interface ExportedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What a feature keeps about somebody, as it gives it to them. */
export interface ExportedSection {
  /** A key of `personalData.section-…` in the locales where there is one, else shown as it is. */
  readonly section: string
  /** JSON. */
  readonly records: unknown
  readonly files?: readonly ExportedFile[]
}

/** Why something stays when somebody is erased; each is a sentence of `personalData.kept-…`. */
export const KEPT_REASONS = [
  'status-bits', // numbers in status lists and one bit each: without them the copies given away could not be answered for
  'audit-trail', // who did what when, by random ids and without names
] as const
export type KeptReason = (typeof KEPT_REASONS)[number]

export interface ErasedPart {
  readonly kept: readonly KeptReason[]
  /** Stored files that this record no longer names; each goes once nobody else's does. */
  readonly files?: readonly string[]
  /** What is not in the database; run when the transaction is through. It may be lost with the process. */
  readonly afterCommit?: () => Promise<void>
}

/**
 * What one feature keeps about young people. Each feature that has a table leading to a learner provides one; a test
 * walks the database and fails for a table that no keeper names.
 */
export interface PersonalDataKeeper {
  readonly name: string
  /** The tables it answers for. */
  readonly tables: readonly string[]
  exportOf(db: Db, learnerId: LearnerId): Promise<readonly ExportedSection[]>
  /** Takes everything away that leads to the person, or says why something stays. `at` is a UTC ISO instant. */
  erase(trx: Db, learnerId: LearnerId, at: string): Promise<ErasedPart>
  /** Whether a record still names this stored file. */
  holdsFile?(db: Db, fileKey: string): Promise<boolean>
}
