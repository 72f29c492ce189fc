import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Logger } from '../../platform/log/index.ts'
import type { Metrics } from '../../platform/metrics/index.ts'
import type { StatusPurpose } from '../../vc/index.ts'
import type { KeyRing } from '../keys/index.ts'
import type { CanonicalWatch } from '../signing/index.ts'

/** What issuing needs; `compose.ts` fills it. */
export interface IssuanceDeps {
  readonly db: Db
  readonly ring: KeyRing
  readonly clock: Clock
  readonly log: Logger
  /** Without trailing slash; printed in each credential's id and status URL. */
  readonly publicUrl: string
  /** The name under which the platform signs passports. */
  readonly platformName: string
  /** From how many pending credentials on the worker pool is started; measured default. */
  readonly workerThreshold?: number
  /** Hears what signing threads compared with the library. */
  readonly watch?: CanonicalWatch
  /** Counts what was signed, for operators. */
  readonly metrics?: Pick<Metrics, 'credentialsSigned'>
  /** Which statuses new credentials can have (`server/issuer/status-lists`); by default the platform's. */
  readonly statusPurposes?: readonly StatusPurpose[]
  /** How many entries a status list gives out before a follow-up is started; by default 90 % of its length. */
  readonly listCapacity?: number
}
