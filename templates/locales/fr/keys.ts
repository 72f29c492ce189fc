import type { Message } from '../messages.ts'

export const keys = {} as const satisfies Record<string, Message>
