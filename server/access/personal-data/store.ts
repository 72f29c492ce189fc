import { z } from 'zod'
import type { LearnerId, OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'

/** As much of a person as an erasure asks for. */
export interface Concerned {
  readonly id: LearnerId
  readonly organisationId: OrganisationId
  readonly givenName: string
  readonly familyName: string
}

const concernedRow = z.object({
  id: z.string().transform((id) => id as LearnerId),
  organisation_id: z.string().transform((id) => id as OrganisationId),
  given_name: z.string(),
  family_name: z.string(),
})

/** A record that went into another is that other one's affair. */
export async function findConcerned(db: Db, learnerId: string): Promise<Concerned | undefined> {
  const row: unknown = await db('learners').where({ id: learnerId, merged_into: null }).first()
  if (row === undefined) return undefined
  const { id, organisation_id: organisationId, given_name, family_name } = concernedRow.parse(row)
  return { id, organisationId, givenName: given_name, familyName: family_name }
}

/** {@link findConcerned}, kept until the transaction ends: of two erasures at once the second finds nobody. */
export async function lockConcerned(trx: Db, learnerId: LearnerId): Promise<boolean> {
  const row: unknown = await trx('learners').where({ id: learnerId }).forUpdate().first('id')
  return row !== undefined
}

const mergedRow = z.object({ merged_into: z.string().nullable() })

/**
 * Keeps an erasure waiting until the transaction is over, for whoever writes down something new about somebody: what is
 * about them already has to be looked at after this.
 */
export async function holdOffErasure(trx: Db, learnerId: string): Promise<void> {
  let person = learnerId
  for (;;) {
    const row: unknown = await trx('learners').where({ id: person }).first('merged_into')
    const into = mergedRow.optional().parse(row)?.merged_into
    if (into == null) break
    person = into
  }
  await trx('learners').where({ id: person }).forShare().first('id')
}

const ids = z.array(z.string().transform((id) => id as LearnerId))

/** The person's record and all that went into it, the latter first. */
export async function recordsOfPerson(db: Db, learnerId: LearnerId): Promise<LearnerId[]> {
  const found: LearnerId[] = [learnerId]
  for (let from = 0; from < found.length;) {
    const next = ids.parse(await db('learners').whereIn('merged_into', found.slice(from)).pluck('id'))
    from = found.length
    found.push(...next.filter((id) => !found.includes(id)))
  }
  return found.reverse()
}

export async function insertPendingFiles(trx: Db, keys: readonly string[], at: string): Promise<void> {
  for (const key of new Set(keys))
    await trx('pending_file_erasures')
      .insert({ file_key: key, requested_at: at })
      .onConflict('file_key')
      .ignore()
}

export async function listPendingFiles(db: Db): Promise<string[]> {
  return z
    .array(z.string())
    .parse(await db('pending_file_erasures').orderBy('requested_at').pluck('file_key'))
}

export async function deletePendingFile(db: Db, key: string): Promise<void> {
  await db('pending_file_erasures').where({ file_key: key }).delete()
}

const eventRow = z.object({
  at: z.string(),
  actor_kind: z.string(),
  actor_name: z.string(),
  action: z.string(),
  subject_type: z.string(),
})

/** What the trail tells of a person: by them, about them, or about something of theirs. The oldest first. */
export async function listEventsAbout(db: Db, learnerId: LearnerId): Promise<z.output<typeof eventRow>[]> {
  const found: unknown = await eventsAbout(db, learnerId)
    .orderBy(['at', 'id'])
    .select(Object.keys(eventRow.shape))
  return z.array(eventRow).parse(found)
}

/** What people wrote beside the trail about something of a person's: words, unlike the trail, may name them. */
export async function deleteNotesAbout(trx: Db, learnerId: LearnerId): Promise<void> {
  await trx('audit_notes').whereIn('event_id', eventsAbout(trx, learnerId).select('id')).delete()
}

function eventsAbout(db: Db, learnerId: LearnerId) {
  const subjects = ['credentials', 'enrolments', 'mobilities', 'shares', 'slips', 'guardian_links'].map(
    (table) => db(table).where({ learner_id: learnerId }).select('id'),
  )
  return db('audit_events').where((about) => {
    void about.where({ subject_id: learnerId }).orWhere({ actor_id: learnerId })
    for (const theirs of subjects) void about.orWhereIn('subject_id', theirs)
  })
}
