import { isoInstant } from '../../kernel/clock.ts'
import type { LearnerId, MobilityId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Mobility } from './mobility.ts'
import { listMobilities, updateMobility } from './store.ts'

/** What two records of one stay may both say. */
const TOLD = [
  'programme',
  'activity',
  'hostName',
  'hostTown',
  'endsOn',
  'departureObjectives',
  'departureAgreedOn',
  'returnSummary',
  'returnRecordedOn',
  'funder',
  'learningInitiative',
  'qualification',
  'sendingMentor',
  'sendingMentorRole',
  'hostAddress',
  'hostMentor',
  'hostMentorRole',
  'returnTasks',
] as const satisfies readonly (keyof Mobility)[]

/** Two records of a person, of which the second goes on. */
interface Two {
  readonly from: LearnerId
  readonly into: LearnerId
}

/**
 * The stays of one record become those of another. A stay that both tell alike is told once, with what either knew
 * besides; one they tell differently stays where it is, because each session speaks of it in its own words.
 * @returns the stays of `from` that are now told by one of `into`
 */
export async function joinMobilities(
  trx: Db,
  { from, into, at }: Two & { readonly at: Date },
): Promise<ReadonlyMap<MobilityId, MobilityId>> {
  const joined = new Map<MobilityId, MobilityId>()
  const known = await listMobilities(trx, [into])
  for (const stay of await listMobilities(trx, [from])) {
    const twin = twinOf(stay, known)
    const updatedAt = isoInstant(at)
    if (twin === undefined) await updateMobility(trx, { ...stay, learnerId: into, updatedAt })
    else if (agree(stay, twin)) {
      const told = complete(twin, stay)
      if (TOLD.some((field) => told[field] !== twin[field])) await updateMobility(trx, { ...told, updatedAt })
      joined.set(stay.id, twin.id)
    }
  }
  return joined
}

/** Whether two records tell a stay in ways that cannot be made one. */
export async function tellDifferently(db: Db, { from, into }: Two): Promise<boolean> {
  const known = await listMobilities(db, [into])
  const stays = await listMobilities(db, [from])
  return stays.some((stay) => {
    const twin = twinOf(stay, known)
    return twin !== undefined && !agree(stay, twin)
  })
}

/**
 * The stays of a person whose records became one, each told once: one of another record that a stay of `learnerId` tells
 * as well is left out; one that it tells differently is not.
 */
export function toldOnce(stays: readonly Mobility[], learnerId: LearnerId): Mobility[] {
  const own = stays.filter((stay) => stay.learnerId === learnerId)
  return stays.filter((stay) => {
    const twin = stay.learnerId === learnerId ? undefined : twinOf(stay, own)
    return twin === undefined || !agree(stay, twin)
  })
}

const twinOf = (stay: Mobility, known: readonly Mobility[]): Mobility | undefined =>
  known.find(({ startsOn, hostCountry }) => startsOn === stay.startsOn && hostCountry === stay.hostCountry)

const agree = (one: Mobility, other: Mobility): boolean =>
  TOLD.every((field) => one[field] === other[field] || one[field] === null || other[field] === null)

function complete(stay: Mobility, other: Mobility): Mobility {
  const known = TOLD.flatMap((field) => (stay[field] === null ? [[field, other[field]] as const] : []))
  return { ...stay, ...Object.fromEntries(known) }
}
