import { z } from 'zod'
import type { IsoDate } from '../../kernel/clock.ts'
import type { LearnerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { OwnStay, OwnStayId } from './own-stay.ts'

const ownStayRow = z
  .object({
    id: z.string(),
    what: z.string(),
    country: z.string(),
    town: z.string().nullable(),
    starts_on: z.string(),
    ends_on: z.string(),
  })
  .transform((row): OwnStay => ({
    id: row.id as OwnStayId,
    what: row.what,
    country: row.country,
    town: row.town ?? undefined,
    startsOn: row.starts_on as IsoDate,
    endsOn: row.ends_on as IsoDate,
  }))

export async function selectOwnStays(db: Db, learnerId: LearnerId): Promise<OwnStay[]> {
  const rows: unknown[] = await db('own_stays').where({ learner_id: learnerId }).orderBy(['starts_on', 'id'])
  return rows.map((row) => ownStayRow.parse(row))
}

const columnsOf = (stay: OwnStay, at: string) => ({
  what: stay.what,
  country: stay.country,
  town: stay.town ?? null,
  starts_on: stay.startsOn,
  ends_on: stay.endsOn,
  updated_at: at,
})

export async function insertOwnStay(trx: Db, learnerId: LearnerId, stay: OwnStay, at: string): Promise<void> {
  await trx('own_stays').insert({
    id: stay.id,
    learner_id: learnerId,
    ...columnsOf(stay, at),
    created_at: at,
  })
}

export async function updateOwnStay(trx: Db, stay: OwnStay, at: string): Promise<void> {
  await trx('own_stays').where({ id: stay.id }).update(columnsOf(stay, at))
}

/** Whose they are, when two records of one person become one. */
export async function moveOwnStays(trx: Db, from: LearnerId, into: LearnerId): Promise<void> {
  await trx('own_stays').where({ learner_id: from }).update({ learner_id: into })
}

/** Returns how many there were. */
export async function deleteOwnStaysOf(trx: Db, learnerId: LearnerId): Promise<number> {
  return trx('own_stays').where({ learner_id: learnerId }).delete()
}
