import type { Db } from '../../platform/db/index.ts'
import { countSignedBy } from './store.ts'

/** What our register recorded as signed with one key. */
export interface SignedCounts {
  /** Before the instant of the compromise: believed here, by no other verifier. All, when there was none. */
  readonly before: number
  /** At that instant or later: believed by nobody. */
  readonly since: number
  /** Of all those, how many are neither withdrawn nor replaced by a newer one: what a re-issue would be about. */
  readonly standing: number
}

export async function countSigned(db: Db, keyId: string, since: string | null): Promise<SignedCounts> {
  return countSignedBy(db, keyId, since)
}
