import type { achievements as original } from '../fr/achievements.ts'
import type { SameKeys } from '../messages.ts'

export const achievements: SameKeys<typeof original> = {}
