import { listEvents } from '../../access/audit/index.ts'
import type { Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { MobilityId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'

/** How often in an hour a host changes their mind about one stay. */
const MOST_CHANGES = 12
const HOUR_MS = 3_600_000
const CHANGES: readonly string[] = ['host.answered', 'host.answer-corrected', 'host.answer-taken-back']

/**
 * Each change mails whoever asked and may sign a passport anew: a link that fell into wrong hands must not do so without
 * end. For the one transaction that holds the request, so that changes at once are counted one after the other.
 * @throws AppError `too-many-requests`
 */
export async function requirePatience(
  trx: Db,
  { clock }: { readonly clock: Clock },
  mobilityId: MobilityId,
): Promise<void> {
  const since = clock.now().getTime() - HOUR_MS
  // between two changes there is little else: a question asked again, a link opened
  const latest = await listEvents(trx, {
    subject: { type: 'mobility', id: mobilityId },
    limit: 4 * MOST_CHANGES,
  })
  const changes = latest.filter(({ action, at }) => CHANGES.includes(action) && Date.parse(at) > since)
  if (changes.length >= MOST_CHANGES) throw new AppError('too-many-requests')
}
