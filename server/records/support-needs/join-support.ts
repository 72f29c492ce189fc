import type { LearnerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { openAnswer, pseudonymOf, sealAnswer, type SealRing } from './seal.ts'
import { deleteSealed, selectReinforced, selectSealed, updateReinforced, upsertSealed } from './store.ts'

/**
 * What was said of support under one record of a person is said under another. Where both have an answer for a year, that
 * of the record that goes on holds. Call it inside the transaction of the whole act.
 */
export async function joinSupport(
  trx: Db,
  ring: SealRing,
  { from, into }: { readonly from: LearnerId; readonly into: LearnerId },
): Promise<void> {
  const since = await selectReinforced(trx, from)
  if (since !== null && (await selectReinforced(trx, into)) === null) await updateReinforced(trx, into, since)
  if (since !== null) await updateReinforced(trx, from, null)
  const leaving = pseudonymOf(ring, from)
  const staying = await selectSealed(trx, { pseudonym: pseudonymOf(ring, into) })
  const years = new Set(staying.map(({ year }) => year))
  for (const sealed of await selectSealed(trx, { pseudonym: leaving })) {
    const answer = openAnswer(ring, sealed)
    if (answer !== undefined && !years.has(sealed.year))
      await upsertSealed(trx, sealAnswer(ring, { learnerId: into, year: sealed.year }, answer))
  }
  await deleteSealed(trx, { pseudonym: leaving })
}
