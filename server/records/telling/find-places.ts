import { AppError } from '../../kernel/errors.ts'
import type { LearnerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { listSaidOf, type Assessment } from '../assessments/index.ts'
import { listOwnEvidence } from '../evidence/index.ts'
import { recordsOf } from '../learners/index.ts'
import { listMobilities, toldOnce } from '../mobilities/index.ts'
import { listSeats } from '../training-sessions/index.ts'
import { selectOwnStays } from './own-stay-store.ts'
import { openSeat, placesOf, type Place } from './place.ts'
import { selectTellings } from './store.ts'
import { isTold } from './telling.ts'

/**
 * Everything this young person may tell, under whichever of their records it is kept, and whatever they told of something
 * that is not there any more: a place in a session that was taken away leaves their words to them.
 */
export async function listPlaces(db: Db, learnerId: LearnerId): Promise<Place[]> {
  const records = await recordsOf(db, learnerId)
  const mobilities = toldOnce(await listMobilities(db, records), learnerId)
  const seats = await listSeats(db, learnerId)
  for (const record of records.filter((id) => id !== learnerId))
    // of a session that both records were in, the other place speaks; a stay they tell differently has its own
    seats.push(
      ...(await listSeats(db, record)).filter((seat) => mobilities.some(({ id }) => id === seat.mobilityId)),
    )
  const known = placesOf({ seats, mobilities, ownStays: await selectOwnStays(db, learnerId) })
  const kept = [
    ...(await selectTellings(db, learnerId)).filter(isTold),
    ...(await listOwnEvidence(db, learnerId)),
  ]
  const others = new Set(kept.map(({ place }) => place))
  for (const { key } of known) others.delete(key)
  return [...known, ...[...others].map((key) => ({ key, stay: undefined, own: undefined, seats: [] }))]
}

/** {@link listSaidOf} under every record of the person. */
export async function listSaidOfPerson(db: Db, learnerId: LearnerId): Promise<Assessment[]> {
  const said: Assessment[] = []
  for (const record of await recordsOf(db, learnerId)) said.push(...(await listSaidOf(db, record)))
  return said
}

/**
 * One thing to tell, of this person: nobody else's exists.
 * @throws AppError `not-found`
 */
export async function requirePlace(db: Db, learnerId: LearnerId, key: string): Promise<Place> {
  const place = (await listPlaces(db, learnerId)).find((one) => one.key === key)
  if (place === undefined) throw new AppError('not-found')
  return place
}

/**
 * The competences of a place that a signed session attested: what was said of them then stays as it was, until another
 * session opens that speaks of the same stay.
 */
export async function attestedAt(db: Db, learnerId: LearnerId, place: Place): Promise<ReadonlySet<string>> {
  if (openSeat(place) !== undefined) return new Set()
  const signed = new Set(
    place.seats.flatMap(({ enrolmentId, session }) => (session.signedAt === undefined ? [] : [enrolmentId])),
  )
  const said = signed.size === 0 ? [] : await listSaidOfPerson(db, learnerId)
  return new Set(
    said
      .filter(({ enrolmentId, voice, level }) => signed.has(enrolmentId) && voice === 'attested' && level)
      .map(({ competence }) => competence),
  )
}
