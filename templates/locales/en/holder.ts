import type { holder as original } from '../fr/holder.ts'
import type { SameKeys } from '../messages.ts'

export const holder: SameKeys<typeof original> = {}
