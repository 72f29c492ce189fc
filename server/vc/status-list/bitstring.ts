import { VcError } from '../vc-error.ts'

/** Fewest entries a list may have, so that one entry says little about whom it belongs to (Bitstring Status List 1.0, 2.2). */
export const MINIMUM_STATUS_LIST_LENGTH = 131_072

/** A status list of `length` entries, all clear, packed eight to a byte. `length` must be a multiple of 8. */
export function newBitstring(length = MINIMUM_STATUS_LIST_LENGTH): Uint8Array<ArrayBuffer> {
  if (!Number.isSafeInteger(length) || length <= 0 || length % 8 !== 0) {
    throw new VcError('bitstring-invalid', 'the length must be a positive multiple of 8')
  }
  return new Uint8Array(length / 8)
}

/** Sets or clears an entry in place. Entry 0 is the left-most bit of the first byte (section 3.3). */
export function setBit(bits: Uint8Array, index: number, value: boolean): void {
  const mask = maskOf(bits, index)
  const byte = bits[index >> 3] ?? 0
  bits[index >> 3] = value ? byte | mask : byte & ~mask
}

/** Whether an entry is set. Throws `bitstring-invalid` outside the list. */
export function getBit(bits: Uint8Array, index: number): boolean {
  return ((bits[index >> 3] ?? 0) & maskOf(bits, index)) !== 0
}

function maskOf(bits: Uint8Array, index: number): number {
  if (!Number.isSafeInteger(index) || index < 0 || index >= bits.length * 8) {
    throw new VcError('bitstring-invalid', `no entry ${index} in a list of ${bits.length * 8}`)
  }
  return 0b1000_0000 >> (index & 7)
}
