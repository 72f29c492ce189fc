import { hash, verify, type Options } from '@node-rs/argon2'
import { newSecretToken } from '../../kernel/ids.ts'

/**
 * argon2id (the library's default variant) with OWASP's parameters: 19 MiB, 2 passes, 1 lane
 * (Password Storage Cheat Sheet). A stored hash carries its own parameters.
 */
const PARAMETERS: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 }

/** One form per password, whatever keyboard wrote its accents (NIST SP 800-63B §3.1.1.2). */
const normalise = (password: string): string => password.normalize('NFKC')

/** A salted hash to store, as a PHC string. Takes some tens of milliseconds, in a thread of its own. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalise(password), PARAMETERS)
}

let nobodysHash: Promise<string> | undefined

/**
 * Whether the password belongs to the hash. Without a hash (nobody has this address) it computes one all the same,
 * so that the answer takes as long and says as little.
 */
export async function matchesPassword(stored: string | null, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword(newSecretToken())
  const matches = await verify(stored ?? (await nobodysHash), normalise(password))
  return matches && stored !== null
}
