import type { LearnerId, OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'

interface LearnerRow {
  id: LearnerId
  organisation_id: OrganisationId
  given_name: string
  family_name: string
  birth_date: string | null
  created_at: string
  merged_into: LearnerId | null
}

/** As much of a person as their agreements are about. */
export interface Person {
  /** Of the record that goes on. */
  readonly learnerId: LearnerId
  readonly organisationId: OrganisationId
  readonly givenName: string
  readonly familyName: string
  readonly birthDate: string | null
  /** Since when we know of them: of their records the first. */
  readonly knownSince: string
  /** Their record and those that went into it: what was agreed about one holds for all. */
  readonly records: readonly LearnerId[]
}

const learners = (db: Db) => db<LearnerRow>('learners')

/** Nobody else decides about the person until the transaction ends. */
export async function lockPerson(trx: Db, { learnerId }: Pick<Person, 'learnerId'>): Promise<void> {
  await trx('learners').where({ id: learnerId }).forUpdate().first('id')
}

/** Read-only. Undefined for an id that no record bears (any more). */
export async function selectPerson(db: Db, learnerId: string): Promise<Person | undefined> {
  const goesOn = () => db('learners').where({ id: learnerId }).select(db.raw('coalesce(merged_into, id)'))
  const rows: LearnerRow[] = await learners(db)
    .whereIn('id', goesOn())
    .orWhereIn('merged_into', goesOn())
    .orderBy('created_at')
  const main = rows.find(({ merged_into }) => merged_into === null)
  const [first] = rows
  if (main === undefined || first === undefined) return undefined
  return {
    learnerId: main.id,
    organisationId: main.organisation_id,
    givenName: main.given_name,
    familyName: main.family_name,
    birthDate: main.birth_date ?? rows.find(({ birth_date }) => birth_date !== null)?.birth_date ?? null,
    knownSince: first.created_at,
    records: rows.map(({ id }) => id),
  }
}

/** The training sessions somebody is enrolled in; read-only too. */
export async function selectSessionsOf(db: Db, { records }: Person): Promise<string[]> {
  const rows: { session_id: string }[] = await db<{ session_id: string; learner_id: LearnerId }>('enrolments')
    .whereIn('learner_id', [...records])
    .distinct('session_id')
  return rows.map(({ session_id }) => session_id)
}
