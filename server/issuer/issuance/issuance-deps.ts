import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Logger } from '../../platform/log/index.ts'
import type { KeyRing } from '../keys/index.ts'

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
}
