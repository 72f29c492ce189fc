import { recordEvent } from '../../access/audit/index.ts'
import { mayShowPublicly } from '../../access/guardianship/index.ts'
import { isoInstant, type Clock, type IsoDate } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { newCrockfordCode, newId } from '../../kernel/ids.ts'
import { DEFAULT_LOCALE } from '../../kernel/locale.ts'
import type { LearnerActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { listShareable } from './list-shareable.ts'
import { endOfDay, isPossibleEnd } from './share-end.ts'
import { SHARE_CODE_LENGTH, type Share } from './share.ts'
import { insertShare, selectShares } from './store.ts'

export interface ShareDeps {
  readonly db: Db
  readonly clock: Clock
}

export interface NewShare {
  /** Ids of competences and stays they hold. */
  readonly credentials: readonly string[]
  readonly recipient: string
  readonly recipientShown: boolean
  /** Its last day. */
  readonly endsOn: IsoDate
}

/** Nobody needs more; a script that makes them by the thousand does. */
const MOST_SHARES = 200

/**
 * Makes a link to a part of somebody's passport, at their wish.
 * @throws AppError `forbidden` while their passport may be seen by nobody (a minor whose guardian did not agree);
 * `invalid-input` for what they do not hold, nothing at all or a day that cannot be; `too-many-requests`
 */
export async function createShare(deps: ShareDeps, actor: LearnerActor, input: NewShare): Promise<Share> {
  const now = deps.clock.now()
  const { learnerId } = actor
  if (!(await mayShowPublicly(deps.db, learnerId, now))) throw new AppError('forbidden')
  const held = await listShareable(deps.db, learnerId, DEFAULT_LOCALE)
  const chosen = held.filter(({ id }) => input.credentials.includes(id))
  const isWhole = chosen.length > 0 && chosen.length === new Set(input.credentials).size
  if (!isWhole || !isPossibleEnd(input.endsOn, now)) throw new AppError('invalid-input')
  const share: Share = {
    id: newId(),
    learnerId,
    code: newCrockfordCode(SHARE_CODE_LENGTH),
    recipient: input.recipient,
    recipientShown: input.recipientShown,
    createdAt: isoInstant(now),
    expiresAt: endOfDay(input.endsOn),
    withdrawnAt: null,
    views: 0,
    credentialIds: chosen.map(({ id }) => id),
  }
  await deps.db.transaction(async (trx) => {
    if ((await selectShares(trx, learnerId)).length >= MOST_SHARES) throw new AppError('too-many-requests')
    await insertShare(trx, share)
    await recordEvent(trx, {
      at: now,
      actor,
      action: 'share.created',
      subject: { type: 'share', id: share.id },
      details: { credentials: share.credentialIds.length, expiresAt: share.expiresAt },
    })
  })
  return share
}
