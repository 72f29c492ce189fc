import type { MobilityId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { selectAnswer } from './answer-store.ts'
import type { HostAnswer, HostLink } from './host-request.ts'
import { requireLink } from './link-store.ts'
import { selectRequestsAbout } from './request-store.ts'

/** How many stays one query names. */
const CHUNK = 100

/** The answers that stand about these stays, each with its stay and the link it came through. */
export async function selectStanding(
  db: Db,
  mobilityIds: readonly MobilityId[],
): Promise<{ mobilityId: MobilityId; answer: HostAnswer; link: HostLink }[]> {
  const found: { mobilityId: MobilityId; answer: HostAnswer; link: HostLink }[] = []
  for (let start = 0; start < mobilityIds.length; start += CHUNK) {
    for (const request of await selectRequestsAbout(db, mobilityIds.slice(start, start + CHUNK))) {
      const answer = await selectAnswer(db, request.id)
      if (answer === undefined || answer.withdrawnAt !== null) continue
      found.push({ mobilityId: request.mobilityId, answer, link: await requireLink(db, answer.linkId) })
    }
  }
  return found
}
