import type { access as original } from '../fr/access.ts'
import type { SameKeys } from '../messages.ts'

export const access: SameKeys<typeof original> = {}
