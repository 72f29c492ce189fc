import { z } from 'zod'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'

const traitRow = z.object({
  id: z.string(),
  organisation_id: z.string(),
  identity_key: z.string(),
  birth_date: z.string().nullable(),
})
export type TraitRow = z.output<typeof traitRow>

/** Records that go on, of these structures; of all when undefined. */
export async function selectTraits(
  db: Db,
  organisationIds: readonly OrganisationId[] | undefined,
): Promise<TraitRow[]> {
  const query = db('learners')
    .whereNull('merged_into')
    .orderBy('identity_key')
    .select(Object.keys(traitRow.shape))
  if (organisationIds !== undefined) void query.whereIn('organisation_id', [...organisationIds])
  return z.array(traitRow).parse(await query)
}

const stayRow = z.object({
  learner_id: z.string(),
  starts_on: z.string(),
  ends_on: z.string(),
  host_country: z.string(),
})

/** When and where the people of these structures were abroad. */
export async function selectStays(
  db: Db,
  organisationIds: readonly OrganisationId[] | undefined,
): Promise<z.output<typeof stayRow>[]> {
  const query = db('mobilities').select(Object.keys(stayRow.shape))
  if (organisationIds !== undefined) {
    const theirs = db('learners')
      .whereIn('organisation_id', [...organisationIds])
      .select('id')
    void query.whereIn('learner_id', theirs)
  }
  return z.array(stayRow).parse(await query)
}

/** Two ids in the order in which a distinction is kept. */
export const inPairOrder = (one: string, other: string): readonly [string, string] =>
  one < other ? [one, other] : [other, one]

const distinctionRow = z.object({ learner_id: z.string(), other_id: z.string() })

/** Every pair of records of which somebody said that they are not one person. */
export async function selectDistinctions(db: Db): Promise<ReadonlySet<string>> {
  const rows = z
    .array(distinctionRow)
    .parse(await db('learner_distinctions').select('learner_id', 'other_id'))
  return new Set(rows.map((row) => `${row.learner_id} ${row.other_id}`))
}

/** Returns whether it was not known yet. */
export async function insertDistinction(
  trx: Db,
  pair: readonly [string, string],
  decided: { readonly at: string; readonly by: string | null },
): Promise<boolean> {
  const [learnerId, otherId] = pair
  const known: unknown = await trx('learner_distinctions')
    .where({ learner_id: learnerId, other_id: otherId })
    .first()
  if (known !== undefined) return false
  await trx('learner_distinctions').insert({
    learner_id: learnerId,
    other_id: otherId,
    decided_at: decided.at,
    decided_by: decided.by,
  })
  return true
}

/** Reads both records for a change and, on PostgreSQL, keeps their rows; always in one order, so that two merges cannot wait for each other. */
export async function lockRecords(trx: Db, ids: readonly string[]): Promise<void> {
  await trx('learners')
    .whereIn('id', [...ids].sort())
    .orderBy('id')
    .forUpdate()
    .select('id')
}
