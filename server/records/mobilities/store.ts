import { z } from 'zod'
import type { IsoDate } from '../../kernel/clock.ts'
import type { LearnerId, MobilityId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Mobility } from './mobility.ts'

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
    created_at: mobility.createdAt,
    updated_at: mobility.updatedAt,
  }
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
