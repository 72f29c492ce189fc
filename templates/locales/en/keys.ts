import type { keys as original } from '../fr/keys.ts'
import type { SameKeys } from '../messages.ts'

export const keys: SameKeys<typeof original> = {}
