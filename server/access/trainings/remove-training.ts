import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import { requireRoleIn, type Actor } from '../../kernel/roles.ts'
import { recordEvent } from '../audit/index.ts'
import type { TrainingDeps } from './record-training.ts'
import { markRemoved, selectTraining } from './store.ts'

/**
 * Takes a training off the record: for the structure that wrote it down.
 * @throws AppError `forbidden`, `not-found` (unknown, or written down by another structure)
 */
export async function removeTraining(
  deps: TrainingDeps,
  actor: Actor,
  input: { readonly id: string; readonly organisationId: OrganisationId },
): Promise<void> {
  requireRoleIn(actor, input.organisationId, 'coordinator')
  const at = deps.clock.now()
  await deps.db.transaction(async (trx) => {
    const training = await selectTraining(trx, input.id)
    if (training?.organisationId !== input.organisationId) throw new AppError('not-found')
    await markRemoved(trx, training.id, isoInstant(at))
    await recordEvent(trx, {
      at,
      actor,
      action: 'training.removed',
      organisationId: input.organisationId,
      subject: { type: 'account', id: training.accountId },
      details: { training: training.id },
    })
  })
}
