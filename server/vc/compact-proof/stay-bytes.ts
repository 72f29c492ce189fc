import type { CompactStay } from './compact-proof.ts'
import { monthNumber, monthText } from './month.ts'

/** A stay takes four bytes: two bits of nothing, country (10 bits), first month (12), months (8). */
const BYTES = 4
const LETTERS = 26
const FIRST_LETTER = 'A'.charCodeAt(0)
const MAX_MONTHS = 0xff

/** Whether a stay can be written down so. */
export const isStay = ({ country, from, months }: CompactStay): boolean =>
  /^[A-Z]{2}$/.test(country) &&
  monthNumber(from) !== undefined &&
  Number.isInteger(months) &&
  months >= 0 &&
  months <= MAX_MONTHS

export function stayBytes({ country, from, months }: CompactStay): number[] {
  const letters = (country.charCodeAt(0) - FIRST_LETTER) * LETTERS + country.charCodeAt(1) - FIRST_LETTER
  const packed = (letters << 20) | ((monthNumber(from) ?? 0) << 8) | months
  return [24, 16, 8, 0].map((shift) => (packed >> shift) & 0xff)
}

/** The stays in a byte string; undefined when it breaks off or says what no stay says. */
export function readStays(bytes: Uint8Array): CompactStay[] | undefined {
  if (bytes.length % BYTES !== 0) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const stays: CompactStay[] = []
  for (let at = 0; at < bytes.length; at += BYTES) {
    const packed = view.getUint32(at)
    const letters = packed >>> 20
    const country = String.fromCharCode(
      FIRST_LETTER + Math.floor(letters / LETTERS),
      FIRST_LETTER + (letters % LETTERS),
    )
    const stay = { country, from: monthText((packed >> 8) & 0xfff), months: packed & MAX_MONTHS }
    if (!isStay(stay)) return undefined
    stays.push(stay)
  }
  return stays
}
