import type { KeyRing } from '../../issuer/keys/index.ts'
import type { PublishDeps } from '../../issuer/status-lists/index.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../platform/db/index.ts'
import type { JsonObject } from '../../vc/index.ts'

/** What a verification asks: the register of what we issued, our keys, our status lists, and what time it is. */
export interface VerificationDeps extends PublishDeps {
  readonly db: Db
  readonly clock: Clock
  readonly ring: KeyRing
  /** Origin of our own URLs, without a trailing slash. */
  readonly publicUrl: string
  /**
   * Reads somebody else's document (status list, DID document) from the network, behind its own allow-list.
   * Absent: nothing is fetched, and what would need it is `unverifiable-now`, never false.
   */
  readonly loadRemote?: (url: string) => Promise<JsonObject>
}
