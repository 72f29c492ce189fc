import type { Message } from '../messages.ts'

export const mail = {} as const satisfies Record<string, Message>
