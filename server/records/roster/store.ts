import { z } from 'zod'
import type { LearnerId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { idsInScope, scopeOf } from '../learners/index.ts'

const ids = z.array(z.string().transform((id) => id as LearnerId))

/** Whom of the actor's roster a stay in this country, or in this year, is known of. */
export async function selectWithStay(
  db: Db,
  actor: Actor,
  stay: { readonly country?: string | undefined; readonly year?: string | undefined },
): Promise<ReadonlySet<LearnerId>> {
  const query = db('mobilities')
    .whereIn('learner_id', idsInScope(db, scopeOf(actor)))
    .distinct()
  if (stay.country !== undefined) void query.where({ host_country: stay.country })
  if (stay.year !== undefined)
    void query.where('starts_on', '<=', `${stay.year}-12-31`).where('ends_on', '>=', `${stay.year}-01-01`)
  return new Set(ids.parse(await query.pluck('learner_id')))
}

/** Who has a place in the session. */
export async function selectInSession(db: Db, sessionId: string): Promise<ReadonlySet<LearnerId>> {
  return new Set(ids.parse(await db('enrolments').where({ session_id: sessionId }).pluck('learner_id')))
}

/** Who holds a passport that stands; read-only, the credentials are the issuer's. */
export async function selectHolders(db: Db, actor: Actor): Promise<ReadonlySet<LearnerId>> {
  const rows: unknown = await db('credentials')
    .where({ kind: 'passport' })
    .whereNotNull('signed_at')
    .whereNull('revoked_at')
    .whereIn('learner_id', idsInScope(db, scopeOf(actor)))
    .distinct()
    .pluck('learner_id')
  return new Set(ids.parse(rows))
}

/** Whether somebody has a slip that opens; read-only, slips are the holder's. */
export async function selectHasSlip(db: Db, records: readonly LearnerId[]): Promise<boolean> {
  const row: unknown = await db('slips')
    .whereIn('learner_id', [...records])
    .whereNull('replaced_at')
    .first('id')
  return row !== undefined
}

/** Countries and years of the stays of the actor's roster: what it can be narrowed to. */
export async function selectStayChoices(
  db: Db,
  actor: Actor,
): Promise<{ readonly countries: readonly string[]; readonly years: readonly string[] }> {
  const rows: unknown = await db('mobilities')
    .whereIn('learner_id', idsInScope(db, scopeOf(actor)))
    .distinct('host_country', db.raw('substr(starts_on, 1, 4) as year'))
  const found = z.array(z.object({ host_country: z.string(), year: z.string() })).parse(rows)
  const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort()
  return {
    countries: distinct(found.map((row) => row.host_country)),
    years: distinct(found.map((row) => row.year)).reverse(),
  }
}
