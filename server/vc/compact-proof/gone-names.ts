import { base64Url } from '../crypto/multibase.ts'
import { bytesOfBase64Url, bytesOfHex, hexOf, sha256 } from './bytes.ts'

/** Of the SHA-256 of a name: among 100,000 withdrawn passports another is taken for one of them once in 3 billion times. */
const PREFIX_BYTES = 6

/**
 * A set of names (the code of a passport, the digits of one proof) that a device can ask and not read: sorted prefixes of
 * their hashes, base64url. What is in it can only be told by who has the paper already (a code has 60 random bits).
 */
export async function packNames(names: readonly string[]): Promise<string> {
  const prefixes = await Promise.all(names.map(prefixOf))
  return base64UrlOf(bytesOfHex([...new Set(prefixes)].sort().join('')))
}

/** Whether a name is in such a set; undefined when it is none. */
export async function hasName(packed: string, name: string): Promise<boolean | undefined> {
  const bytes = bytesOfBase64Url(packed)
  if (bytes === undefined || bytes.length % PREFIX_BYTES !== 0) return undefined
  const wanted = await prefixOf(name)
  let [low, high] = [0, bytes.length / PREFIX_BYTES]
  while (low < high) {
    const middle = (low + high) >> 1
    const found = hexOf(bytes.subarray(middle * PREFIX_BYTES, (middle + 1) * PREFIX_BYTES))
    if (found === wanted) return true
    if (found < wanted) low = middle + 1
    else high = middle
  }
  return false
}

const prefixOf = async (name: string): Promise<string> =>
  hexOf((await sha256(name)).subarray(0, PREFIX_BYTES))

/** In pieces: a call takes only so many arguments, and pieces of whole triples join without padding. */
function base64UrlOf(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let start = 0; start < bytes.length; start += 3000)
    pieces.push(base64Url(bytes.subarray(start, start + 3000)))
  return pieces.join('')
}
