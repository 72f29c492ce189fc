import type { learners as original } from '../fr/learners.ts'
import type { SameKeys } from '../messages.ts'

export const learners: SameKeys<typeof original> = {}
