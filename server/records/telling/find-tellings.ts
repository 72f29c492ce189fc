import {
  findCompetence,
  lineageOf,
  offeredFrameworks,
  type Competence,
} from '../../issuer/achievements/index.ts'
import type { LearnerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Assessment } from '../assessments/index.ts'
import { listOwnEvidence, type OwnEvidence } from '../evidence/index.ts'
import { attestedAt, listSaidOfPerson, requirePlace } from './find-places.ts'
import { openSeat, type Place } from './place.ts'
import { selectTellings } from './store.ts'
import { isTold, WHOLE_STAY, type Telling } from './telling.ts'

/** Everything one page about a place needs. */
export interface ToldPlace {
  readonly place: Place
  readonly tellings: readonly Telling[]
  readonly evidence: readonly OwnEvidence[]
  /** What trainers say of it: their level of each competence, in the sessions that speak of it. */
  readonly attested: readonly Assessment[]
  /** Competences that a signed session attested: they change no more. */
  readonly locked: ReadonlySet<string>
  /** The session's own competences first, then the others one may tell of. */
  readonly groups: CompetenceGroups
}

export interface CompetenceGroups {
  readonly ofSession: readonly Competence[]
  readonly others: readonly Competence[]
  /** Languages that were told or that the session has; any other can be chosen. */
  readonly languages: readonly Competence[]
}

/** All tellings of a person, by place. */
export const listTellings = (db: Db, learnerId: LearnerId): Promise<Telling[]> =>
  selectTellings(db, learnerId)

/** @throws AppError `not-found` for a place that is not theirs */
export async function readPlace(db: Db, learnerId: LearnerId, key: string): Promise<ToldPlace> {
  const place = await requirePlace(db, learnerId, key)
  const tellings = await selectTellings(db, learnerId, key)
  const seats = new Set(place.seats.map(({ enrolmentId }) => enrolmentId))
  const said = place.seats.length === 0 ? [] : await listSaidOfPerson(db, learnerId)
  return {
    place,
    tellings,
    evidence: await listOwnEvidence(db, learnerId, key),
    attested: said.filter(
      ({ enrolmentId, voice, level }) =>
        seats.has(enrolmentId) && voice === 'attested' && level !== undefined,
    ),
    locked: await attestedAt(db, learnerId, place),
    groups: groupsOf(place, tellings),
  }
}

function groupsOf(place: Place, tellings: readonly Telling[]): CompetenceGroups {
  const session = (openSeat(place) ?? place.seats.at(-1))?.session
  const wanted = (session?.competences ?? []).flatMap((code) => findCompetence(code) ?? [])
  const ofSession = wanted.filter(({ kind }) => kind === 'autonomy')
  const told = tellings.filter(isTold).flatMap(({ competence }) => findCompetence(competence) ?? [])
  const known = new Set(ofSession.map(({ code }) => code))
  // told of a former version: the one offered today would ask the same again
  const begun = new Map(told.map(({ code }) => [lineageOf(code), code]))
  const offered = offeredFrameworks()
    .flatMap(({ competences }) => competences)
    .filter(({ code }) => (begun.get(lineageOf(code)) ?? code) === code)
  const others = [...offered, ...told]
    .filter(({ kind, code }) => kind === 'autonomy' && !known.has(code))
    .filter((one, position, all) => all.findIndex(({ code }) => code === one.code) === position)
  const languages = [...wanted, ...told].filter(
    (one, position, all) =>
      one.kind === 'language' && all.findIndex(({ code }) => code === one.code) === position,
  )
  return { ofSession, others, languages }
}

/** One screen after the other. */
export const inOrder = ({ ofSession, others, languages }: CompetenceGroups): readonly Competence[] => [
  ...ofSession,
  ...others,
  ...languages,
]

export const tellingOf = (tellings: readonly Telling[], competence = WHOLE_STAY): Telling | undefined =>
  tellings.find((telling) => telling.competence === competence)
