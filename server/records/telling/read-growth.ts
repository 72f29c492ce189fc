import { findCompetence, lineageOf, offeredFrameworks } from '../../issuer/achievements/index.ts'
import type { LearnerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { attestable, type Assessment } from '../assessments/index.ts'
import { listPlaces, listSaidOfPerson } from './find-places.ts'
import { growthOf, type Growth, type Moment } from './growth.ts'
import { dayOf, type Place } from './place.ts'
import { selectTellings } from './store.ts'
import type { Telling } from './telling.ts'

/**
 * How each competence grew over departures, returns and stays, from what the person said (shown or not: it is theirs)
 * and what trainers of whatever structure attested in signed sessions. Competences in the frameworks' order, then
 * languages.
 */
export async function readGrowth(
  db: Db,
  learnerId: LearnerId,
): Promise<{ readonly growths: readonly Growth[]; readonly places: readonly Place[] }> {
  const places = await listPlaces(db, learnerId)
  const said = await listSaidOfPerson(db, learnerId)
  const tellings = await selectTellings(db, learnerId)
  const moments = new Map<string, Told[]>()
  for (const place of places)
    for (const told of momentsAt(place, said, tellings))
      moments.set(told.lineage, [...(moments.get(told.lineage) ?? []), told])
  const order = offeredFrameworks().flatMap(({ competences }) =>
    competences.map(({ code }) => lineageOf(code)),
  )
  const rank = (lineage: string): number => (order.includes(lineage) ? order.indexOf(lineage) : order.length)
  const growths = [...moments]
    .sort(([one], [other]) => rank(one) - rank(other) || one.localeCompare(other))
    .flatMap(([, all]): Growth[] => {
      // the words of the newest version that was spoken of
      const newest = all.toSorted((one, other) => one.on.localeCompare(other.on)).at(-1)
      const competence = newest && findCompetence(newest.code)
      return competence === undefined ? [] : [growthOf(competence, all)]
    })
    .filter(({ steps }) => steps.length > 0)
  return { growths, places }
}

/** A moment, and the version of the competence it speaks of: versions of one competence are one path. */
interface Told extends Moment {
  readonly lineage: string
  readonly code: string
}

function momentsAt(place: Place, said: readonly Assessment[], tellings: readonly Telling[]): Told[] {
  const signed = new Map(place.seats.map(({ enrolmentId, session }) => [enrolmentId, session.signedAt]))
  const here = said.filter(({ enrolmentId }) => signed.has(enrolmentId))
  const told = tellings.filter((telling) => telling.place === place.key)
  const versions = Map.groupBy(new Set([...told, ...here].map(({ competence }) => competence)), lineageOf)
  return [...versions].map(([lineage, codes]): Told => {
    const of = (voice: Assessment['voice']) =>
      here.filter((one) => codes.includes(one.competence) && one.voice === voice && one.level !== undefined)
    const attested = of('attested').findLast(({ enrolmentId }) => signed.get(enrolmentId) !== undefined)
    const own = told.findLast(({ competence, level }) => codes.includes(competence) && level !== undefined)
    return {
      lineage,
      code: attested?.competence ?? own?.competence ?? codes.at(-1) ?? lineage,
      // of something that is not there any more nobody knows the day: the day it was told stands for it
      on: dayOf(place) || (own?.updatedAt ?? '').slice(0, 10),
      place: place.key,
      declared: attestable(own?.level) ?? attestable(of('declared').at(-1)?.level),
      attested: attestable(attested?.level),
    }
  })
}
