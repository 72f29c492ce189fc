import { createHmac } from 'node:crypto'
import type { AccountId } from '../../kernel/ids.ts'
import { inGroupsOfFour, newCrockfordCode, parseCrockfordCode } from '../../kernel/ids.ts'

export const RECOVERY_CODES = 10
/** 60 random bits: nothing to guess. */
const LENGTH = 12

/** Ten codes for the day the telephone is lost, as people read them: `7K3F-9QXW-2M4T`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () => inGroupsOfFour(newCrockfordCode(LENGTH), '-'))

/**
 * What the database keeps of a code, however it was typed; undefined when it cannot be one. Keyed with the installation's
 * secret: a stolen table opens nothing.
 */
export function hashRecoveryCode(key: Uint8Array, accountId: AccountId, typed: string): string | undefined {
  const code = parseCrockfordCode(typed, LENGTH)
  return code === undefined
    ? undefined
    : createHmac('sha256', key).update(`${accountId}\n${code}`).digest('base64url')
}
