import type { LearnerId, OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { readGrid, type GridRow } from '../assessments/index.ts'
import { listLearners, nameKey, type Learner } from '../learners/index.ts'
import { listAttested, listMobilities, type Mobility } from '../mobilities/index.ts'
import type { TrainingSession } from '../training-sessions/index.ts'

/** What is on record about the structures and the session of a file. */
export interface Known {
  /** Learners of a structure who bear the name. */
  named(organisationId: OrganisationId | undefined, givenName: string, familyName: string): readonly Learner[]
  stays(learnerId: LearnerId): readonly Mobility[]
  /** Whether a session attested the stay: what was signed of it stays. */
  attested(stay: Mobility): boolean
  /** People of the session's grid who bear the name, of whatever structure. */
  gridRowsNamed(givenName: string, familyName: string): readonly GridRow[]
  /** The learner's row of the session's grid. */
  inSession(learnerId: LearnerId): GridRow | undefined
}

/** Reads it in a handful of queries, however long the file is. */
export async function readKnown(
  db: Db,
  organisationIds: readonly OrganisationId[],
  session: TrainingSession | undefined,
): Promise<Known> {
  const learners = new Map<string, Learner[]>()
  const ids: LearnerId[] = []
  for (const organisationId of organisationIds) {
    for (const learner of await listLearners(db, organisationId)) {
      const key = `${organisationId} ${nameKey(learner.givenName, learner.familyName)}`
      learners.set(key, [...(learners.get(key) ?? []), learner])
      ids.push(learner.id)
    }
  }
  const told = await listMobilities(db, ids)
  const stays = Map.groupBy(told, ({ learnerId }) => learnerId)
  const attested = await listAttested(
    db,
    told.map(({ id }) => id),
  )
  const grid = session === undefined ? undefined : await readGrid(db, session)
  const byName = Map.groupBy(grid?.rows ?? [], ({ enrolment: { learner } }) =>
    nameKey(learner.givenName, learner.familyName),
  )
  const rows = new Map(grid?.rows.map((row) => [row.enrolment.learner.id, row]))
  return {
    named: (organisationId, givenName, familyName) =>
      learners.get(`${organisationId ?? ''} ${nameKey(givenName, familyName)}`) ?? [],
    stays: (learnerId) => stays.get(learnerId) ?? [],
    attested: ({ id }) => attested.has(id),
    gridRowsNamed: (givenName, familyName) => byName.get(nameKey(givenName, familyName)) ?? [],
    inSession: (learnerId) => rows.get(learnerId),
  }
}
