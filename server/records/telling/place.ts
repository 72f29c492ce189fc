import type { IsoDate } from '../../kernel/clock.ts'
import type { Mobility } from '../mobilities/index.ts'
import type { Seat } from '../training-sessions/index.ts'
import type { OwnStay } from './own-stay.ts'

/** Where and when, whoever wrote it down. */
export interface StayFacts {
  /** What was done: an activity, in words; undefined when nobody said. */
  readonly what: string | undefined
  readonly country: string
  readonly town: string | undefined
  readonly host: string | undefined
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
}

/** Something a young person may tell: a stay with the return sessions that speak of it, or a session without one. */
export interface Place {
  /** `stay-<mobility>`, `seat-<enrolment>` or `own-<own stay>`: in addresses, and with each telling. */
  readonly key: string
  readonly stay: StayFacts | undefined
  /** Set when the person wrote the stay down themselves: only then may they change it here. */
  readonly own: OwnStay | undefined
  /** Their places in sessions that speak of it, by the session's first day. */
  readonly seats: readonly Seat[]
}

/** The session whose trainers may be shown something: the last one that is not signed yet. */
export function openSeat({ seats }: Pick<Place, 'seats'>): Seat | undefined {
  return seats.filter(({ session }) => session.signedAt === undefined).at(-1)
}

/** Whether something is shown to the trainers of another session than the one that is open. */
export const isShownElsewhere = (
  { visibleTo }: { readonly visibleTo: Seat['enrolmentId'] | undefined },
  seat: Seat | undefined,
): boolean => seat !== undefined && visibleTo !== undefined && visibleTo !== seat.enrolmentId

/** The day a place is told of: the stay's last one, or the session's first. */
export function dayOf({ stay, seats }: Place): string {
  const departure = seats[0]?.session
  return stay !== undefined && departure?.kind !== 'departure'
    ? stay.endsOn
    : (departure?.startsOn ?? stay?.endsOn ?? '')
}

export interface PlaceSources {
  readonly seats: readonly Seat[]
  readonly mobilities: readonly Mobility[]
  readonly ownStays: readonly OwnStay[]
}

/**
 * What there is to tell, newest first, what may still be shown to a trainer before all else. What somebody said before
 * leaving is told apart from what they say once back: a departure session has a telling of its own.
 */
export function placesOf({ seats, mobilities, ownStays }: PlaceSources): Place[] {
  const isReturn = ({ session, mobilityId }: Seat): boolean =>
    session.kind === 'return' && mobilities.some(({ id }) => id === mobilityId)
  const stays = mobilities.map((mobility): Place => ({
    key: `stay-${mobility.id}`,
    stay: factsOf(mobility),
    own: undefined,
    seats: seats.filter((seat) => isReturn(seat) && seat.mobilityId === mobility.id),
  }))
  const sessions = seats
    .filter((seat) => !isReturn(seat))
    .map((seat): Place => {
      const mobility = mobilities.find(({ id }) => id === seat.mobilityId)
      const stay = mobility && factsOf(mobility)
      return { key: `seat-${seat.enrolmentId}`, stay, own: undefined, seats: [seat] }
    })
  const own = ownStays.map((stay): Place => ({
    key: `own-${stay.id}`,
    stay: { ...stay, host: undefined },
    own: stay,
    seats: [],
  }))
  const rank = (place: Place): number => (openSeat(place) === undefined ? 1 : 0)
  return [...stays, ...sessions, ...own].sort(
    (one, other) => rank(one) - rank(other) || dayOf(other).localeCompare(dayOf(one)),
  )
}

function factsOf(mobility: Mobility): StayFacts {
  return {
    what: mobility.activity ?? undefined,
    country: mobility.hostCountry,
    town: mobility.hostTown ?? undefined,
    host: mobility.hostName ?? undefined,
    startsOn: mobility.startsOn,
    endsOn: mobility.endsOn,
  }
}
