import { inflateSync } from 'node:zlib'

/** How much may still be unpacked: a few kilobytes can be made to unpack to gigabytes. */
export interface Purse {
  /** Bytes left. */
  left: number
}

/** Unpacks zlib data (RFC 1950) within what is left in the purse; undefined when it is none, or more than that. */
export function inflateWithin(packed: Uint8Array, purse: Purse, mostBytes: number): Buffer | undefined {
  const most = Math.min(purse.left, mostBytes)
  if (most < 1) return undefined
  try {
    const bytes = inflateSync(packed, { maxOutputLength: most })
    purse.left -= bytes.length
    return bytes
  } catch {
    // what was unpacked in vain was work too
    purse.left -= Math.min(purse.left, 100_000)
    return undefined
  }
}
