import type { JsonObject } from '../../json-value.ts'

/** The public key of a resolved verification method, which has become a Multikey if it can be read at all. */
export function publicKeyOf({ type, publicKeyMultibase }: JsonObject): string | undefined {
  return type === 'Multikey' && typeof publicKeyMultibase === 'string' ? publicKeyMultibase : undefined
}
