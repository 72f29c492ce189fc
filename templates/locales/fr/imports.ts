import type { Message } from '../messages.ts'

export const imports = {} as const satisfies Record<string, Message>
