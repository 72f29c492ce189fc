import type { Clock } from '../../kernel/clock.ts'
import type { StaffActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Seal } from '../sealing/index.ts'

/** Of whom a second factor is asked: nobody, who runs the platform, who coordinates a structure as well, everybody. */
export type SecondFactorPolicy = 'optional' | 'admins' | 'coordinators' | 'everybody'

export interface SecondFactorDeps {
  readonly db: Db
  readonly clock: Clock
  /** Closes the shared secrets (`ring.deriveSecret('totp')`). */
  readonly totpSeal: Seal
  /** Keys the hashes of recovery codes. */
  readonly recoveryKey: Uint8Array
  readonly platformName: string
}

/** What an account has besides its password. */
export interface SecondFactors {
  /** Since when an app gives codes; null when none does. */
  readonly appSince: string | null
  readonly passkeys: number
  readonly recoveryCodesLeft: number
}

export const hasSecondFactor = ({ appSince, passkeys }: SecondFactors): boolean =>
  appSince !== null || passkeys > 0

/** Whether the rule of this installation asks a second factor of this person, with the roles they have now. */
export function needsSecondFactor(policy: SecondFactorPolicy, actor: StaffActor): boolean {
  if (policy === 'optional') return false
  if (policy === 'everybody' || actor.admin) return true
  return policy === 'coordinators' && actor.memberships.some(({ role }) => role === 'coordinator')
}
