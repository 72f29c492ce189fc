import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../platform/db/index.ts'
import type { KeyRing } from '../keys/index.ts'

/** What a ceremony needs; `compose.ts` fills it. */
export interface KeyLifeDeps {
  readonly db: Db
  readonly ring: KeyRing
  readonly clock: Clock
}
