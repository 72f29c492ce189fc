import type { Message } from '../messages.ts'

export const achievements = {} as const satisfies Record<string, Message>
