import type { Message } from '../messages.ts'

export const sessions = {} as const satisfies Record<string, Message>
