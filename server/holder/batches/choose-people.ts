import { z } from 'zod'
import { instantInParis, isoInstant, type IsoDate } from '../../kernel/clock.ts'
import type { LearnerId, OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { BatchScope } from './batch.ts'

/** Somebody who holds a passport. */
export interface HolderOfPassport {
  readonly id: LearnerId
  readonly givenName: string
  readonly familyName: string
  /** Public code of the passport they hold now. */
  readonly code: string
}

const holderRow = z.object({
  id: z.string().transform((id) => id as LearnerId),
  given_name: z.string(),
  family_name: z.string(),
  code: z.string(),
  signed_at: z.string(),
})

/**
 * Whose passports are meant, in the order in which a structure keeps its lists: by family name. A structure's are those
 * of the people whose file it keeps, and those that were given in its name; never those of others. Of a session that
 * another structure shares with it these are its own people; everybody's are for those who work in it.
 */
export async function choosePeople(
  db: Db,
  organisationId: OrganisationId,
  about: BatchScope,
): Promise<HolderOfPassport[]> {
  const query = currentPassports(db)
  if (about.scope === 'sessions')
    void query.whereIn(
      'learners.id',
      givenInSessions(db, organisationId)
        .whereIn('training_sessions.id', [...about.sessionIds])
        .select('given.learner_id'),
    )
  else
    void query.where((theirs) => {
      void theirs
        .where('learners.organisation_id', organisationId)
        .orWhere('credentials.organisation_id', organisationId)
    })
  if (about.scope === 'period') {
    void query.where('credentials.signed_at', '>=', startOf(about.from))
    void query.where('credentials.signed_at', '<', startOf(dayAfter(about.until)))
  }
  return inOrder(z.array(holderRow).parse(await query))
}

/** The passports that people hold now, with who holds them. */
function currentPassports(db: Db) {
  return db('credentials')
    .join('learners', 'learners.id', 'credentials.learner_id')
    .where('credentials.kind', 'passport')
    .whereNotNull('credentials.signed')
    .whereNull('credentials.revoked_at')
    .whereNull('credentials.superseded_by')
    .whereNull('learners.merged_into')
    .select(['learners.id', 'given_name', 'family_name', 'credentials.code', 'credentials.signed_at'])
}

const FRENCH = new Intl.Collator('fr')

function inOrder(rows: readonly z.output<typeof holderRow>[]): HolderOfPassport[] {
  const newest = new Map<LearnerId, z.output<typeof holderRow>>()
  for (const row of rows) {
    const known = newest.get(row.id)
    if (known === undefined || known.signed_at < row.signed_at) newest.set(row.id, row)
  }
  return [...newest.values()]
    .map(({ id, given_name: givenName, family_name: familyName, code }) => ({
      id,
      givenName,
      familyName,
      code,
    }))
    .sort(
      (one, other) =>
        FRENCH.compare(one.familyName, other.familyName) ||
        FRENCH.compare(one.givenName, other.givenName) ||
        one.code.localeCompare(other.code),
    )
}

/** A session that gave passports: of the structure, or shared with it. */
export interface SessionWithPassports {
  readonly id: string
  readonly title: string
  readonly startsOn: string
  readonly people: number
}

const sessionRow = z.object({
  id: z.string(),
  title: z.string(),
  starts_on: z.string(),
  people: z.coerce.number(),
})

/** Sessions that a page offers, the newest first. */
const MOST_SESSIONS = 100

export async function listSessionsWithPassports(
  db: Db,
  organisationId: OrganisationId,
): Promise<SessionWithPassports[]> {
  const rows: unknown = await givenInSessions(db, organisationId)
    .groupBy(['training_sessions.id', 'training_sessions.title', 'training_sessions.starts_on'])
    .orderBy([{ column: 'training_sessions.starts_on', order: 'desc' }, { column: 'training_sessions.id' }])
    .limit(MOST_SESSIONS)
    .select(['training_sessions.id', 'training_sessions.title', 'training_sessions.starts_on'])
    .countDistinct({ people: 'given.learner_id' })
  return z
    .array(sessionRow)
    .parse(rows)
    .map(({ id, title, starts_on: startsOn, people }) => ({ id, title, startsOn, people }))
}

/**
 * What sessions of the structure gave to anybody, and sessions shared with it to its own people. Read-only: the holder's
 * side never writes a session.
 */
function givenInSessions(db: Db, organisationId: OrganisationId) {
  const shared = db('session_structures').where({ organisation_id: organisationId }).select('session_id')
  return db('training_sessions')
    .join('credentials as given', 'given.session_id', 'training_sessions.id')
    .join('learners as receiver', 'receiver.id', 'given.learner_id')
    .whereNotNull('given.signed_at')
    .where((theirs) => {
      void theirs.where('training_sessions.organisation_id', organisationId).orWhere((own) => {
        void own.where('receiver.organisation_id', organisationId).whereIn('training_sessions.id', shared)
      })
    })
}

/** The first instant of a day in Paris. */
function startOf(day: IsoDate): string {
  return isoInstant(instantInParis(`${day}T00:00`) ?? new Date(`${day}T00:00:00Z`))
}

const dayAfter = (day: IsoDate): IsoDate =>
  new Date(new Date(`${day}T00:00:00Z`).getTime() + 86_400_000).toISOString().slice(0, 10) as IsoDate
