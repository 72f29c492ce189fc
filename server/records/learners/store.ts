import { z } from 'zod'
import { parseIsoDate } from '../../kernel/clock.ts'
import type { LearnerId, OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { identityKey, nameKey } from './learner.ts'
import type { Learner } from './learner.ts'

const learnerRow = z.object({
  id: z.string(),
  organisation_id: z.string(),
  given_name: z.string(),
  family_name: z.string(),
  birth_date: z.string().nullable(),
  email: z.string().nullable(),
  subject_urn: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
})

function toLearner(row: unknown): Learner {
  const parsed = learnerRow.parse(row)
  return {
    id: parsed.id as LearnerId,
    organisationId: parsed.organisation_id as OrganisationId,
    givenName: parsed.given_name,
    familyName: parsed.family_name,
    birthDate: parsed.birth_date === null ? null : (parseIsoDate(parsed.birth_date) ?? null),
    email: parsed.email,
    subjectUrn: parsed.subject_urn,
    createdAt: parsed.created_at,
    updatedAt: parsed.updated_at,
  }
}

function toRow(learner: Learner): Record<string, string | null> {
  return {
    id: learner.id,
    organisation_id: learner.organisationId,
    given_name: learner.givenName,
    family_name: learner.familyName,
    birth_date: learner.birthDate,
    email: learner.email,
    subject_urn: learner.subjectUrn,
    identity_key: identityKey(learner.givenName, learner.familyName, learner.birthDate),
    created_at: learner.createdAt,
    updated_at: learner.updatedAt,
  }
}

export async function insertLearner(db: Db, learner: Learner): Promise<void> {
  await db('learners').insert(toRow(learner))
}

export async function updateLearner(db: Db, learner: Learner): Promise<void> {
  const { id, ...row } = toRow(learner)
  await db('learners').where({ id }).update(row)
}

/** The learner, or undefined when there is none (or no longer). */
export async function findLearner(db: Db, id: string): Promise<Learner | undefined> {
  const row: unknown = await db('learners').where({ id }).first()
  return row === undefined ? undefined : toLearner(row)
}

/** Learners by id, in one query, in no promised order. */
export async function findLearners(db: Db, ids: readonly string[]): Promise<Learner[]> {
  const rows: unknown[] = await db('learners').whereIn('id', [...ids])
  return rows.map(toLearner)
}

/** All learners of a structure, by family name; not the records that went into another. */
export async function listLearners(db: Db, organisationId: OrganisationId): Promise<Learner[]> {
  const rows: unknown[] = await db('learners')
    .where({ organisation_id: organisationId, merged_into: null })
    .orderBy('identity_key')
  return rows.map(toLearner)
}

/** Learners of the structure who bear the name, whatever their birth date. */
export async function findLearnersNamed(
  db: Db,
  organisationId: OrganisationId,
  givenName: string,
  familyName: string,
): Promise<Learner[]> {
  const prefix = `${nameKey(givenName, familyName)}|`
  // substr rather than LIKE: a name may hold % or _
  const rows: unknown[] = await db('learners')
    .where({ organisation_id: organisationId, merged_into: null })
    .whereRaw('substr(identity_key, 1, length(?)) = ?', [prefix, prefix])
  return rows.map(toLearner)
}

/** Leaves a record as it is and says which one goes on in its place, and in that of those that went into it before. */
export async function updateMergedInto(
  trx: Db,
  from: LearnerId,
  into: LearnerId,
  updatedAt: string,
): Promise<void> {
  await trx('learners').where({ merged_into: from }).update({ merged_into: into })
  await trx('learners').where({ id: from }).update({ merged_into: into, updated_at: updatedAt })
}

/** Gives all the young people of a structure to another; records that went into another stay where they were. */
export async function updateLearnersOrganisation(
  trx: Db,
  from: OrganisationId,
  into: OrganisationId,
): Promise<number> {
  return trx('learners').where({ organisation_id: from, merged_into: null }).update({ organisation_id: into })
}
