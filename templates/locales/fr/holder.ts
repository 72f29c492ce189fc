import type { Message } from '../messages.ts'

export const holder = {} as const satisfies Record<string, Message>
