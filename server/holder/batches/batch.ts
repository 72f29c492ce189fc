import type { IsoDate } from '../../kernel/clock.ts'
import type { AccountId, Id, LearnerId, OrganisationId } from '../../kernel/ids.ts'
import type { Language, Locale } from '../../kernel/locale.ts'
import type { PassportForm } from '../passports/index.ts'

export type BatchId = Id<'passport-batch'>

/** Whose passports: of whom some sessions gave something, of whom one was signed between two days, of everybody. */
export const SCOPES = ['sessions', 'period', 'everybody'] as const
export type BatchScope =
  | { readonly scope: 'sessions'; readonly sessionIds: readonly string[] }
  | { readonly scope: 'period'; readonly from: IsoDate; readonly until: IsoDate }
  | { readonly scope: 'everybody' }

/** One file for the printer, or one a person. */
export const OUTPUTS = ['printer', 'people'] as const
export type BatchOutput = (typeof OUTPUTS)[number]

/** How every passport of a batch is printed. */
export interface BatchPrint {
  readonly form: PassportForm
  readonly locale: Locale
  /** The second language, beside. */
  readonly beside?: Language
}

/** Passports asked for at once, as their row keeps it. Times are UTC ISO instants. */
export interface Batch extends BatchPrint {
  readonly id: BatchId
  readonly organisationId: OrganisationId
  readonly requestedBy: AccountId | null
  readonly requestedAt: string
  readonly about: BatchScope
  readonly output: BatchOutput
  /** How many people it was asked for. */
  readonly people: number
  /** Passports of the file under way that are laid out. */
  readonly underWay: number
  readonly attempts: number
  readonly leaseUntil: string | null
  readonly failedAt: string | null
  readonly finishedAt: string | null
  readonly cancelledAt: string | null
  readonly expiresAt: string
  readonly deletedAt: string | null
}

/** Why there is no passport of somebody in a file; each is a sentence of `batches.failure-…`. */
export const FAILURES = [
  'withdrawn', // it was revoked since
  'none', // no passport is theirs any more: their file went into another one
  'unexpected', // it could not be printed; the log says why
] as const
export type BatchFailure = (typeof FAILURES)[number]

/** Somebody of a batch. Without a learner: they had themselves erased since. */
export interface BatchItem {
  readonly position: number
  readonly learnerId: LearnerId | null
  readonly fileNumber: number
  readonly failure: BatchFailure | null
  readonly missing: string | null
}

/** A file of a batch. `file` is its name in the folder of the batch, null until it is made and when nobody is in it. */
export interface BatchFile {
  readonly number: number
  readonly file: string | null
  readonly bytes: number
  readonly madeAt: string | null
}

/**
 * Where a batch stands. `stopped`: something unexpected ended too many tries. `gone`: somebody deleted it, or its days
 * are over.
 */
export type BatchState = 'waiting' | 'making' | 'ready' | 'cancelled' | 'stopped' | 'gone'

export function stateOf(batch: Batch, now: string): BatchState {
  if (batch.deletedAt !== null || batch.expiresAt <= now) return 'gone'
  if (batch.finishedAt !== null) return 'ready'
  if (batch.cancelledAt !== null) return 'cancelled'
  if (batch.failedAt !== null) return 'stopped'
  return batch.leaseUntil === null ? 'waiting' : 'making'
}

/**
 * Passports of one file for the printer. Measured on 2 cores, 1,000 passports of one page in one file: 4 to 5 s with
 * reading them, 10 MB, at most 640 MB of memory in all where the server had 265 (it goes with a heap of 256 MB, slowly);
 * pages wait for 0.2 s at most. So a thousand are one file, and more are several.
 */
export const PASSPORTS_A_FILE = 1_000
/** People of one batch. A passport of one person weighs some 40 KB, so a batch 80 MB. */
export const MOST_PEOPLE = 2_000
/** Batches of one structure whose files are kept at a time. */
export const MOST_BATCHES = 5
/** Days for which the files of a batch are kept. */
export const DAYS_KEPT = 7
/** Tries in a row that may end unexpectedly before somebody has to ask again. */
export const MOST_ATTEMPTS = 5

/** The file that somebody's passport goes into: for the printer the next ones share one. Both count from 1. */
export const fileNumberOf = (output: BatchOutput, position: number): number =>
  output === 'people' ? position : Math.ceil(position / PASSPORTS_A_FILE)

/** Until when files made at `now` are kept. */
export const daysFrom = (now: Date): Date => new Date(now.getTime() + DAYS_KEPT * 86_400_000)
