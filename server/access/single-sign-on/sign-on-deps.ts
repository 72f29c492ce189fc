import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Seal } from '../sealing/index.ts'
import type { Provider } from './provider.ts'

export interface SignOnDeps {
  readonly db: Db
  readonly clock: Clock
  readonly publicUrl: string
  /** Closes what must be kept between leaving and coming back (`ring.deriveSecret('sign-on')`). */
  readonly signOnSeal: Seal
  readonly provider: Provider
}

export const CALLBACK = '/login/sso/callback'
