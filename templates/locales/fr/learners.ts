import type { Message } from '../messages.ts'

export const learners = {} as const satisfies Record<string, Message>
