import { MAX_PROOF_BYTES } from './compact-proof.ts'
import { bytesOfHex, hexOf } from './bytes.ts'

/** Digits of the longest proof: a byte 0x01 and {@link MAX_PROOF_BYTES} more. */
export const MAX_DIGITS = Math.ceil((1 + 8 * MAX_PROOF_BYTES) * Math.log10(2))

/**
 * Bytes as one decimal number. A QR code spends 3.33 bits on a digit of 3.32 bits (ISO/IEC 18004, 7.4.3), so that this
 * costs next to nothing over raw bytes, and any reader passes it on unchanged. A byte 0x01 goes first: zeros at the
 * beginning count.
 */
export const toDigits = (bytes: Uint8Array): string => BigInt(`0x01${hexOf(bytes)}`).toString()

/** The bytes of such a number; undefined for any other text. Bounded before anything is computed. */
export function fromDigits(digits: string): Uint8Array<ArrayBuffer> | undefined {
  if (digits.length > MAX_DIGITS || !/^[1-9][0-9]*$/.test(digits)) return undefined
  const hex = BigInt(digits).toString(16)
  // the leading byte shows as a single digit
  return hex.startsWith('1') && hex.length % 2 === 1 ? bytesOfHex(hex.slice(1)) : undefined
}
