import { recordEvent } from '../../access/audit/index.ts'
import { isoInstant, type Clock } from '../../kernel/clock.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { compareRecords } from './compare-records.ts'
import { inPairOrder, insertDistinction } from './store.ts'

/**
 * Remembers that two records are two people: they are not suggested again.
 * @throws AppError `not-found`
 */
export async function tellApart(
  deps: { readonly db: Db; readonly clock: Clock },
  actor: Actor,
  pair: { readonly one: string; readonly other: string },
): Promise<void> {
  const at = deps.clock.now()
  await deps.db.transaction(async (trx) => {
    const { one, other } = await compareRecords(trx, actor, pair)
    const by = actor.kind === 'staff' ? actor.accountId : null
    const ids = inPairOrder(one.learner.id, other.learner.id)
    if (!(await insertDistinction(trx, ids, { at: isoInstant(at), by }))) return
    await recordEvent(trx, {
      at,
      actor,
      action: 'learner.told-apart',
      organisationId: one.learner.organisationId,
      subject: { type: 'learner', id: one.learner.id },
      details: { other: other.learner.id },
    })
  })
}
