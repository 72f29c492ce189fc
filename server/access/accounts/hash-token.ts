import { createHash } from 'node:crypto'

/**
 * What the database keeps of a bearer token. Tokens are 256 random bits, so a plain fast hash is enough: there is
 * nothing to guess, and a stolen copy of the table opens nothing.
 */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
