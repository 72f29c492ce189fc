import type { imports as original } from '../fr/imports.ts'
import type { SameKeys } from '../messages.ts'

export const imports: SameKeys<typeof original> = {}
