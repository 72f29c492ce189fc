import type { Message } from '../messages.ts'

/** Signing keys. */
export const keys = {
  'state-active': 'Clé en service',
  'state-retired': 'Ancienne clé\u00a0: ce qu’elle a signé reste vérifiable',
  'state-compromised': 'Clé écartée\u00a0: ce qu’elle a signé n’est plus reconnu',
} as const satisfies Record<string, Message>
