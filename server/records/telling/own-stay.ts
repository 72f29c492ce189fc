import type { IsoDate } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'

export type OwnStayId = Id<'own-stay'>

/** Longest answer to « qu’est-ce que tu as fait ? », in characters. */
export const WHAT_MAX = 120
export const TOWN_MAX = 100
/** Most stays somebody adds themselves. */
export const MAX_OWN_STAYS = 20

/** A stay that a young person wrote down themselves. No structure's record: nothing is ever attested of it alone. */
export interface OwnStay {
  readonly id: OwnStayId
  readonly what: string
  /** ISO 3166-1 alpha-2 */
  readonly country: string
  readonly town: string | undefined
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
}

export type OwnStayInput = Omit<OwnStay, 'id'>
