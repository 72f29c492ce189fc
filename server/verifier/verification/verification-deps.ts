import type { KeyRing } from '../../issuer/keys/index.ts'
import type { PublishDeps } from '../../issuer/status-lists/index.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../platform/db/index.ts'
import type { VerificationCache } from '../../vc/index.ts'
import type { RemoteFetcher } from '../../platform/remote/index.ts'
import type { IssuerRegistry } from '../issuer-registry/index.ts'
import type { AttestorGrounds } from './grounds-of-authority.ts'

/** What a verification asks: the register of what we issued, our keys, our status lists, and what time it is. */
export interface VerificationDeps extends PublishDeps {
  readonly db: Db
  readonly clock: Clock
  readonly ring: KeyRing
  /** Origin of our own URLs, without a trailing slash. */
  readonly publicUrl: string
  /** Address that answers where a structure is no more. */
  readonly platformContact?: string | undefined
  /** Reads the documents of others. Absent: what would need them is `unverifiable-now`, never false. */
  readonly remote?: RemoteFetcher
  /** Remembers which content carries which key's signature; everything else is asked each time. */
  readonly verificationCache?: VerificationCache
  /** What those who attest were trained in. */
  readonly attestorGrounds?: AttestorGrounds
  /** Issuers an administrator wrote down. */
  readonly issuers?: IssuerRegistry
}
