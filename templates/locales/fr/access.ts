import type { Message } from '../messages.ts'

export const access = {} as const satisfies Record<string, Message>
