import { z } from 'zod'
import type { IsoDate } from '../../kernel/clock.ts'
import type { LearnerId, MobilityId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { SIGNATORIES, type Mobility } from './mobility.ts'

const mobilityRow = z.object({
  id: z.string(),
  learner_id: z.string(),
  programme: z.string(),
  activity: z.string().nullable(),
  host_name: z.string().nullable(),
  host_town: z.string().nullable(),
  host_country: z.string(),
  starts_on: z.iso.date(),
  ends_on: z.iso.date(),
  departure_objectives: z.string().nullable(),
  departure_agreed_on: z.iso.date().nullable(),
  return_summary: z.string().nullable(),
  return_recorded_on: z.iso.date().nullable(),
  departure_signatories: z
    .string()
    .nullable()
    .transform((json) => (json === null ? [] : z.array(z.enum(SIGNATORIES)).parse(JSON.parse(json)))),
  funder: z.string().nullable(),
  learning_initiative: z.string().nullable(),
  qualification: z.string().nullable(),
  sending_mentor: z.string().nullable(),
  sending_mentor_role: z.string().nullable(),
  host_address: z.string().nullable(),
  host_mentor: z.string().nullable(),
  host_mentor_role: z.string().nullable(),
  return_tasks: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
})

function toMobility(row: unknown): Mobility {
  const parsed = mobilityRow.parse(row)
  return {
    id: parsed.id as MobilityId,
    learnerId: parsed.learner_id as LearnerId,
    programme: parsed.programme,
    activity: parsed.activity,
    hostName: parsed.host_name,
    hostTown: parsed.host_town,
    hostCountry: parsed.host_country,
    startsOn: parsed.starts_on as IsoDate,
    endsOn: parsed.ends_on as IsoDate,
    departureObjectives: parsed.departure_objectives,
    departureAgreedOn: parsed.departure_agreed_on as IsoDate | null,
    returnSummary: parsed.return_summary,
    returnRecordedOn: parsed.return_recorded_on as IsoDate | null,
    departureSignatories: parsed.departure_signatories,
    funder: parsed.funder,
    learningInitiative: parsed.learning_initiative,
    qualification: parsed.qualification,
    sendingMentor: parsed.sending_mentor,
    sendingMentorRole: parsed.sending_mentor_role,
    hostAddress: parsed.host_address,
    hostMentor: parsed.host_mentor,
    hostMentorRole: parsed.host_mentor_role,
    returnTasks: parsed.return_tasks,
    createdAt: parsed.created_at,
    updatedAt: parsed.updated_at,
  }
}

function toRow(mobility: Mobility): Record<string, string | null> {
  return {
    id: mobility.id,
    learner_id: mobility.learnerId,
    programme: mobility.programme,
    activity: mobility.activity,
    host_name: mobility.hostName,
    host_town: mobility.hostTown,
    host_country: mobility.hostCountry,
    starts_on: mobility.startsOn,
    ends_on: mobility.endsOn,
    departure_objectives: mobility.departureObjectives,
    departure_agreed_on: mobility.departureAgreedOn,
    return_summary: mobility.returnSummary,
    return_recorded_on: mobility.returnRecordedOn,
    departure_signatories:
      mobility.departureSignatories.length === 0 ? null : JSON.stringify(mobility.departureSignatories),
    funder: mobility.funder,
    learning_initiative: mobility.learningInitiative,
    qualification: mobility.qualification,
    sending_mentor: mobility.sendingMentor,
    sending_mentor_role: mobility.sendingMentorRole,
    host_address: mobility.hostAddress,
    host_mentor: mobility.hostMentor,
    host_mentor_role: mobility.hostMentorRole,
    return_tasks: mobility.returnTasks,
    created_at: mobility.createdAt,
    updated_at: mobility.updatedAt,
  }
}

/**
 * The sessions from which the stay was attested, or is about to be. Read-only: places and credentials are other features'
 * rows; a stay is told in the credential of the session that spoke of it.
 */
export async function selectAttestingSessions(db: Db, id: MobilityId): Promise<string[]> {
  return z.array(z.string()).parse(await attesting(db, [id]).pluck('enrolments.session_id'))
}

/** Those of these stays that some session attested, or is about to. */
export async function selectAttested(db: Db, ids: readonly MobilityId[]): Promise<ReadonlySet<MobilityId>> {
  const found = z.array(z.string()).parse(await attesting(db, ids).pluck('enrolments.mobility_id'))
  return new Set(found as MobilityId[])
}

const attesting = (db: Db, ids: readonly MobilityId[]) =>
  db('enrolments')
    .join('credentials', (same) => {
      void same
        .on('credentials.session_id', 'enrolments.session_id')
        .andOn('credentials.learner_id', 'enrolments.learner_id')
    })
    .whereIn('enrolments.mobility_id', [...ids])
    .whereIn('credentials.kind', ['mobility', 'competence'])
    .whereNull('credentials.revoked_at')
    .distinct()

/** Reads the stay and, on PostgreSQL, keeps its row until the transaction ends. */
export async function lockMobility(trx: Db, id: string): Promise<Mobility | undefined> {
  const row: unknown = await trx('mobilities').where({ id }).forUpdate().first()
  return row === undefined ? undefined : toMobility(row)
}

export async function insertMobility(db: Db, mobility: Mobility): Promise<void> {
  await db('mobilities').insert(toRow(mobility))
}

export async function updateMobility(db: Db, mobility: Mobility): Promise<void> {
  const { id, ...row } = toRow(mobility)
  await db('mobilities').where({ id }).update(row)
}

/** The stay, or undefined when there is none. */
export async function findMobility(db: Db, id: string): Promise<Mobility | undefined> {
  const row: unknown = await db('mobilities').where({ id }).first()
  return row === undefined ? undefined : toMobility(row)
}

/** Stays by id, in one query, in no promised order. */
export async function findMobilities(db: Db, ids: readonly string[]): Promise<Mobility[]> {
  const rows: unknown[] = await db('mobilities').whereIn('id', [...ids])
  return rows.map(toMobility)
}

/** Every stay of these learners, oldest first. */
export async function listMobilities(db: Db, learnerIds: readonly string[]): Promise<Mobility[]> {
  const rows: unknown[] = await db('mobilities')
    .whereIn('learner_id', [...learnerIds])
    .orderBy(['starts_on', 'host_country'])
  return rows.map(toMobility)
}
