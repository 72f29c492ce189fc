import type { LearnerId, OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'

interface LearnerRow {
  id: LearnerId
  organisation_id: OrganisationId
  given_name: string
  birth_date: string | null
  merged_into: LearnerId | null
}

/** Whose keys these are: the record that goes on, and those that went into it. */
export interface KeyOwner {
  readonly learnerId: LearnerId
  readonly organisationId: OrganisationId
  readonly givenName: string
  readonly birthDate: string | null
  readonly records: readonly LearnerId[]
}

/** What somebody asks for is counted one after the other, also when it arrives at once: until the transaction ends. */
export async function lockOwner(trx: Db, { learnerId }: Pick<KeyOwner, 'learnerId'>): Promise<void> {
  await trx('learners').where({ id: learnerId }).forUpdate().first('id')
}

/** Read-only. Undefined for an id that no record bears (any more). */
export async function selectKeyOwner(db: Db, learnerId: string): Promise<KeyOwner | undefined> {
  const goesOn = () => db('learners').where({ id: learnerId }).select(db.raw('coalesce(merged_into, id)'))
  const rows: LearnerRow[] = await db<LearnerRow>('learners')
    .whereIn('id', goesOn())
    .orWhereIn('merged_into', goesOn())
  const main = rows.find(({ merged_into }) => merged_into === null)
  return (
    main && {
      learnerId: main.id,
      organisationId: main.organisation_id,
      givenName: main.given_name,
      birthDate: main.birth_date,
      records: rows.map(({ id }) => id),
    }
  )
}
