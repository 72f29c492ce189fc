import { recordEvent } from '../../access/audit/index.ts'
import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { LearnerActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { MAX_OWN_STAYS, type OwnStay, type OwnStayId, type OwnStayInput } from './own-stay.ts'
import { insertOwnStay, selectOwnStays, updateOwnStay } from './own-stay-store.ts'

/**
 * Writes down a stay that no structure knows of, or changes one (`id`). It is the person's own note: no structure's
 * record is made or touched.
 * @throws AppError `not-found` (not one of theirs), `invalid-input` (dates the wrong way round, too many stays)
 */
export async function saveOwnStay(
  deps: { readonly db: Db; readonly clock: Clock },
  youth: LearnerActor,
  input: OwnStayInput & { readonly id?: OwnStayId | undefined },
): Promise<OwnStay> {
  if (input.endsOn < input.startsOn)
    throw new AppError('invalid-input', {}, [{ field: 'endsOn', message: 'fields.endFirst' }])
  return deps.db.transaction(async (trx) => {
    const known = await selectOwnStays(trx, youth.learnerId)
    if (input.id !== undefined && !known.some(({ id }) => id === input.id)) throw new AppError('not-found')
    if (input.id === undefined && known.length >= MAX_OWN_STAYS)
      throw new AppError('invalid-input', {}, [
        { field: 'what', message: 'fields.tooManyStays', params: { max: MAX_OWN_STAYS } },
      ])
    const now = deps.clock.now()
    const stay: OwnStay = { ...input, id: input.id ?? newId<OwnStayId>() }
    if (input.id === undefined) await insertOwnStay(trx, youth.learnerId, stay, isoInstant(now))
    else await updateOwnStay(trx, stay, isoInstant(now))
    await recordEvent(trx, {
      at: now,
      actor: youth,
      action: input.id === undefined ? 'own-stay.added' : 'own-stay.changed',
      subject: { type: 'own-stay', id: stay.id },
    })
    return stay
  })
}
