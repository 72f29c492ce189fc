import { z } from 'zod'
import type { LearnerId, OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'

const held = z.object({ id: z.string(), award_key: z.string(), award: z.string().nullable() })
const awardJson = z.looseObject({ learner: z.looseObject({ id: z.string() }) })

/**
 * What a record of a person was issued becomes another record's, when both are one person. Signed bytes are not touched;
 * what was asked for and is not signed yet is asked for the other record. Returns the ids of all that person holds.
 */
export async function joinHolders(
  trx: Db,
  { from, into }: { readonly from: LearnerId; readonly into: LearnerId },
): Promise<string[]> {
  const moving = z
    .array(held)
    .parse(await trx('credentials').where({ learner_id: from }).select(['id', 'award_key', 'award']))
  const keys = new Set(z.array(z.string()).parse(await keysOf(trx, into)))
  for (const { id, award_key: key, award } of moving) {
    // the key says for whom: asked for again under the new record, it must be found
    const wanted = key.replaceAll(from, into)
    await trx('credentials')
      .where({ id })
      .update({
        learner_id: into,
        award_key: keys.has(wanted) ? key : wanted,
        ...(award === null ? {} : { award: awardFor(award, into) }),
      })
  }
  const ids: unknown = await trx('credentials').where({ learner_id: into }).pluck('id')
  return z.array(z.string()).parse(ids)
}

const keysOf = (trx: Db, learnerId: LearnerId): Promise<unknown> =>
  trx('credentials').where({ learner_id: learnerId }).pluck('award_key')

function awardFor(json: string, learnerId: LearnerId): string {
  const award = awardJson.parse(JSON.parse(json))
  return JSON.stringify({ ...award, learner: { ...award.learner, id: learnerId } })
}

/** How many credentials a structure signed, and how many it was asked for that wait for their signature. */
export async function countCredentials(
  db: Db,
  organisationId: OrganisationId,
): Promise<{ readonly signed: number; readonly pending: number }> {
  const row: unknown = await db('credentials')
    .where({ organisation_id: organisationId })
    .whereNot({ kind: 'passport' })
    .count({ all: '*', signed: 'signed_at' })
    .first()
  const { all, signed } = z.object({ all: z.coerce.number(), signed: z.coerce.number() }).parse(row)
  return { signed, pending: all - signed }
}
