import { dayInParis, isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { newId, type OrganisationId } from '../../kernel/ids.ts'
import { requireRoleIn, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { listMembers } from '../accounts/index.ts'
import { recordEvent } from '../audit/index.ts'
import { insertTraining } from './store.ts'
import type { NewTraining, Training, TrainingId } from './training.ts'

export interface TrainingDeps {
  readonly db: Db
  readonly clock: Clock
}

/**
 * Writes down what a member of the structure was trained in. A coordinator does it, who saw the certificate: nobody vouches
 * for themselves, and so a coordinator cannot write down their own.
 * @throws AppError `forbidden`, `not-found` for whoever is no member, `invalid-input` for a day that has not come yet or
 * for oneself
 */
export async function recordTraining(
  deps: TrainingDeps,
  actor: Actor,
  input: NewTraining & { readonly organisationId: OrganisationId },
): Promise<Training> {
  requireRoleIn(actor, input.organisationId, 'coordinator')
  const at = deps.clock.now()
  if (input.completedOn > dayInParis(at))
    throw new AppError('invalid-input', {}, [{ field: 'completedOn', message: 'fields.inFuture' }])
  if (actor.kind === 'staff' && actor.accountId === input.accountId)
    throw new AppError('invalid-input', {}, [{ field: 'accountId', message: 'fields.notOneself' }])
  return deps.db.transaction(async (trx) => {
    const members = await listMembers(trx, input.organisationId)
    if (!members.some(({ accountId }) => accountId === input.accountId)) throw new AppError('not-found')
    const training: Training = {
      ...input,
      id: newId<TrainingId>(),
      hours: input.hours ?? null,
      createdAt: isoInstant(at),
    }
    await insertTraining(trx, training)
    await recordEvent(trx, {
      at,
      actor,
      action: 'training.recorded',
      organisationId: input.organisationId,
      subject: { type: 'account', id: input.accountId },
      details: { training: training.id },
    })
    return training
  })
}
