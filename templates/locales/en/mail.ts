import type { mail as original } from '../fr/mail.ts'
import type { SameKeys } from '../messages.ts'

export const mail: SameKeys<typeof original> = {}
