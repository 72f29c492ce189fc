import type { IsoDate } from '../../kernel/clock.ts'
import type { OrganisationId } from '../../kernel/ids.ts'

/** How a structure belongs to the network. */
export interface NetworkPlace {
  readonly organisationId: OrganisationId
  /** Since when its coordinators may invite other structures; null for one that may not. */
  readonly headSince: string | null
  /** The structure that asked it to join; null when the platform did. */
  readonly invitedBy: OrganisationId | null
  /** The days its convention runs from and to, both included. */
  readonly conventionFrom: IsoDate | null
  readonly conventionUntil: IsoDate | null
}

export type ConventionState = 'none' | 'to-come' | 'running' | 'ending' | 'ended'

/** From this many days before its last, a convention is about to end. */
const NOTICE_DAYS = 60
const DAY_MS = 86_400_000

/** How the convention stands on a day. An ended one stops nothing: young people do not pay for a paper that is late. */
export function conventionState(
  { conventionFrom, conventionUntil }: Pick<NetworkPlace, 'conventionFrom' | 'conventionUntil'>,
  today: IsoDate,
): ConventionState {
  if (conventionFrom === null && conventionUntil === null) return 'none'
  if (conventionFrom !== null && today < conventionFrom) return 'to-come'
  if (conventionUntil === null) return 'running'
  if (today > conventionUntil) return 'ended'
  const left = (Date.parse(conventionUntil) - Date.parse(today)) / DAY_MS
  return left <= NOTICE_DAYS ? 'ending' : 'running'
}

/** The place of a structure of which nothing was written down. */
export const noPlace = (organisationId: OrganisationId): NetworkPlace => ({
  organisationId,
  headSince: null,
  invitedBy: null,
  conventionFrom: null,
  conventionUntil: null,
})
