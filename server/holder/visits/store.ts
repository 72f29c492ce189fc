import { z } from 'zod'
import type { IsoDate } from '../../kernel/clock.ts'
import type { CredentialId, LearnerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'

const opened = z
  .object({ id: z.string(), code: z.string(), learner_id: z.string() })
  .transform(({ id, code, learner_id }) => ({
    id: id as CredentialId,
    code,
    learnerId: learner_id as LearnerId,
  }))

/** A credential whose page was opened, and whose it is. */
export type OpenedCredential = z.output<typeof opened>

/** Bindings of one statement: both databases bound them. */
const CHUNK = 100

/** The credentials of these codes; none of whose person had themselves erased. */
export async function selectOpened(db: Db, codes: readonly string[]): Promise<OpenedCredential[]> {
  const found: OpenedCredential[] = []
  for (let start = 0; start < codes.length; start += CHUNK) {
    const rows: unknown = await db('credentials')
      .whereIn('code', codes.slice(start, start + CHUNK))
      .whereNull('erased_at')
      .select('id', 'code', 'learner_id')
    found.push(...z.array(opened).parse(rows))
  }
  return found
}

/** Adds to the day's number. */
export async function addVisits(trx: Db, id: CredentialId, day: IsoDate, visits: number): Promise<void> {
  await trx('verdict_visits')
    .insert({ credential_id: id, day, visits })
    .onConflict(['credential_id', 'day'])
    .merge({ visits: trx.raw('verdict_visits.visits + excluded.visits') })
}

const total = z.object({ code: z.string(), kind: z.string(), visits: z.coerce.number() })

/** How often each page of somebody was opened from this day on; pages that nobody opened are not there. */
export async function sumVisits(
  db: Db,
  learnerId: LearnerId,
  since: IsoDate,
): Promise<z.output<typeof total>[]> {
  return z
    .array(total)
    .parse(
      await db('verdict_visits')
        .join('credentials', 'credentials.id', 'verdict_visits.credential_id')
        .where('credentials.learner_id', learnerId)
        .where('verdict_visits.day', '>=', since)
        .groupBy('credentials.code', 'credentials.kind')
        .select('credentials.code', 'credentials.kind')
        .sum({ visits: 'verdict_visits.visits' }),
    )
}

/** @returns how many rows went */
export async function deleteVisitsBefore(db: Db, day: IsoDate): Promise<number> {
  return db('verdict_visits').where('day', '<', day).delete()
}
