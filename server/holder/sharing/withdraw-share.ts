import { recordEvent } from '../../access/audit/index.ts'
import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { LearnerActor } from '../../kernel/roles.ts'
import type { ShareDeps } from './create-share.ts'
import { markWithdrawn, selectShare } from './store.ts'

/**
 * Ends a share: from now on its link shows nothing. Ending it again changes nothing.
 * @throws AppError `not-found`, also for somebody else's
 */
export async function withdrawShare(deps: ShareDeps, actor: LearnerActor, id: string): Promise<void> {
  const now = deps.clock.now()
  await deps.db.transaction(async (trx) => {
    const share = await selectShare(trx, actor.learnerId, id)
    if (share === undefined) throw new AppError('not-found')
    if (!(await markWithdrawn(trx, share.id, isoInstant(now)))) return
    await recordEvent(trx, {
      at: now,
      actor,
      action: 'share.withdrawn',
      subject: { type: 'share', id: share.id },
      details: { views: share.views },
    })
  })
}
