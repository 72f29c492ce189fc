import { MINIMUM_STATUS_LIST_LENGTH, type StatusPurpose } from '../../vc/index.ts'

/** Entries of a new list: the fewest allowed, so that one entry says little about whom it belongs to. */
export const LIST_LENGTH = MINIMUM_STATUS_LIST_LENGTH

/**
 * Which statuses a new credential can have, unless an installation says otherwise. Open Badges 3.0 allows a credential
 * one `credentialStatus` (multiplicity 0..1, also in its JSON Schemas; 1EdTech plans several for 3.1), where VCDM 2.0
 * §4.10 allows a set: a badge with a second entry is refused by whoever applies those schemas.
 */
export const DEFAULT_STATUS_PURPOSES: readonly StatusPurpose[] = ['revocation']

/**
 * Entries given out before a follow-up list is started: at 90 % a random place is still found in ten tries on average,
 * and which places are free tells nobody the order of issuing.
 */
export const defaultCapacity = (length: number): number => Math.floor(length * 0.9)

/** A list without its signed bytes. */
export interface StatusListHead {
  readonly id: string
  readonly issuerDid: string
  /** Public URL under which the list began, and keeps its own URL. */
  readonly origin: string
  readonly purpose: StatusPurpose
  readonly length: number
  readonly allocated: number
  /** Counts changes of bits; what was signed is current when `signedRevision` equals it. */
  readonly revision: number
  readonly signedRevision: number | null
  readonly signedAt: string | null
  readonly createdAt: string
}

/** Where a list is published: its credential's `id`, which never changes. */
export const statusListUrl = (origin: string, listId: string): string => `${origin}/status/${listId}`
