import type { MobilityId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { moveRequest } from './request-store.ts'

/**
 * Two records of one stay became one: what its host was asked and said goes with it. Where both were asked, each keeps its
 * own, and the one that stays is the one that is heard.
 */
export async function joinHostVoices(trx: Db, stays: ReadonlyMap<MobilityId, MobilityId>): Promise<void> {
  for (const [from, into] of stays) await moveRequest(trx, from, into)
}
