import type { SameKeys } from '../messages.ts'
import type { keys as french } from '../fr/keys.ts'

/** Signing keys. */
export const keys = {
  'state-active': 'Key in use',
  'state-retired': 'Former key: what it signed can still be verified',
  'state-compromised': 'Discarded key: what it signed is no longer recognised',
} as const satisfies SameKeys<typeof french>
