import type { sessions as original } from '../fr/sessions.ts'
import type { SameKeys } from '../messages.ts'

export const sessions: SameKeys<typeof original> = {}
