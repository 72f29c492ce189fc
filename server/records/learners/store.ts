import { z } from 'zod'
import { parseIsoDate } from '../../kernel/clock.ts'
import type { LearnerId, OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { LearnerScope, NamedTrainer } from './learner-scope.ts'
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
  const { id, identity_key: key, ...row } = toRow(learner)
  // a record that went into another gives its name and day of birth free to that other
  const identity = db.raw("case when merged_into is null then ? else ? || '|' || id end", [
    key ?? '',
    key ?? '',
  ])
  await db('learners')
    .where({ id })
    .update({ ...row, identity_key: identity })
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

/** As much of a record as finding it by name needs. */
export interface KnownName {
  readonly id: LearnerId
  /** Folded, as in the identity key. */
  readonly givenName: string
  readonly familyName: string
}

const knownRow = z.object({ id: z.string(), identity_key: z.string() })

/** The names of everybody in the scope, in the roster's order; not the records that went into another. */
export async function selectKnownNames(db: Db, scope: LearnerScope): Promise<KnownName[]> {
  const rows: unknown[] = await inScope(db, scope).orderBy('identity_key').select('id', 'identity_key')
  return rows.map((row) => {
    const { id, identity_key: key } = knownRow.parse(row)
    const [familyName = '', givenName = ''] = key.split('|')
    return { id: id as LearnerId, givenName, familyName }
  })
}

/** The ids of everybody in the scope, as a question inside another one. */
export const idsInScope = (db: Db, scope: LearnerScope) => inScope(db, scope).select('id')

function inScope(db: Db, scope: LearnerScope) {
  const query = db('learners').whereNull('merged_into')
  if (scope.kind === 'all') return query
  const { organisationIds, named } = scope
  return query.where((seen) => {
    void seen.whereIn('organisation_id', [...organisationIds])
    if (named !== undefined) void seen.orWhereIn('id', enrolledWith(db, named))
  })
}

/**
 * Who has a place in a session that names the trainer, as the rule of `training-sessions/require-session-access.ts` has it;
 * read-only, the sessions' rows are another feature's.
 */
const enrolledWith = (db: Db, { accountId, organisationIds }: NamedTrainer) =>
  db('enrolments')
    .join('session_trainers', 'session_trainers.session_id', 'enrolments.session_id')
    .join('training_sessions', 'training_sessions.id', 'enrolments.session_id')
    .where('session_trainers.account_id', accountId)
    .where((ground) => {
      const shared = db('session_structures').select('session_id')
      void ground
        .whereIn('session_trainers.organisation_id', [...organisationIds])
        .orWhereIn('training_sessions.organisation_id', [...organisationIds])
        .orWhereIn('enrolments.session_id', shared.whereIn('organisation_id', [...organisationIds]))
    })
    .select('enrolments.learner_id')

/** Whether somebody in the scope is this learner. */
export async function isInScope(db: Db, scope: LearnerScope, learner: Learner): Promise<boolean> {
  if (scope.kind === 'all' || scope.organisationIds.includes(learner.organisationId)) return true
  if (scope.named === undefined) return false
  const row: unknown = await enrolledWith(db, scope.named).where('enrolments.learner_id', learner.id).first()
  return row !== undefined
}

/** The records that went into this one, and itself: places and stays of each are the person's. */
export async function selectRecordsOf(db: Db, id: LearnerId): Promise<LearnerId[]> {
  const rows: unknown = await db('learners').where({ merged_into: id }).pluck('id')
  return [id, ...(z.array(z.string()).parse(rows) as LearnerId[])]
}

/** The record that goes on in this one's place; undefined when it goes on itself, or there is none. */
export async function selectSuccessor(db: Db, id: string): Promise<LearnerId | undefined> {
  const row: unknown = await db('learners').where({ id }).first('merged_into')
  const found = z.object({ merged_into: z.string().nullable() }).optional().parse(row)
  return (found?.merged_into ?? undefined) as LearnerId | undefined
}

/** Leaves a record as it is and says which one goes on in its place, and in that of those that went into it before. */
export async function updateMergedInto(
  trx: Db,
  from: LearnerId,
  into: LearnerId,
  updatedAt: string,
): Promise<void> {
  await trx('learners').where({ merged_into: from }).update({ merged_into: into })
  await trx('learners')
    .where({ id: from })
    .update({
      merged_into: into,
      updated_at: updatedAt,
      identity_key: trx.raw("identity_key || '|' || id"),
    })
}

/** Gives all the young people of a structure to another; records that went into another stay where they were. */
export async function updateLearnersOrganisation(
  trx: Db,
  from: OrganisationId,
  into: OrganisationId,
): Promise<number> {
  return trx('learners').where({ organisation_id: from, merged_into: null }).update({ organisation_id: into })
}
