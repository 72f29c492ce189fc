import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Logger } from '../../platform/log/index.ts'
import type { KeyRing } from '../keys/index.ts'

export interface VcApiDeps {
  readonly db: Db
  readonly ring: KeyRing
  readonly clock: Clock
  readonly log: Logger
  readonly publicUrl: string
  /** Whether credentials of VCDM 1.1 are signed too. By default they are only verified. */
  readonly olderDataModel?: boolean
}
