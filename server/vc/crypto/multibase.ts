const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const VALUES: ReadonlyMap<string, number> = new Map(Array.from(BASE58, (symbol, index) => [symbol, index]))
/** 58 to this power, times 2 to the power of 16, is still a whole number to a double. */
const SYMBOLS_AT_A_TIME = 5
const STEP = 58 ** SYMBOLS_AT_A_TIME

/** `z` and base58-btc (Controlled Identifiers 1.0, 2.4 Multibase). */
export function encodeMultibase58(bytes: Uint8Array): string {
  const words = wordsOf(bytes)
  const symbols: string[] = []
  for (let start = 0; start < words.length;) {
    // One long division by 58 to the power of 5: its rest are the last five symbols of what is left.
    let rest = 0
    for (let index = start; index < words.length; index += 1) {
      const dividend = rest * 65_536 + (words[index] ?? 0)
      const digit = Math.floor(dividend / STEP)
      rest = dividend - digit * STEP
      words[index] = digit
    }
    for (let count = 0; count < SYMBOLS_AT_A_TIME; count += 1) {
      symbols.push(BASE58.charAt(rest % 58))
      rest = Math.floor(rest / 58)
    }
    while (start < words.length && words[start] === 0) start += 1
  }
  while (symbols.at(-1) === '1') symbols.pop()
  const zeros = bytes.findIndex((byte) => byte !== 0)
  return `z${'1'.repeat(zeros === -1 ? bytes.length : zeros)}${symbols.reverse().join('')}`
}

/** Big-endian numbers of 16 bits. */
function wordsOf(bytes: Uint8Array): Float64Array {
  const words = new Float64Array(Math.ceil(bytes.length / 2))
  const odd = bytes.length % 2
  for (const [index, byte] of bytes.entries()) {
    const place = (index + odd) >> 1
    words[place] = (words[place] ?? 0) * 256 + byte
  }
  return words
}

/** The bytes of a `z…` text; undefined when it is none. */
export function decodeMultibase58(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^z[1-9A-HJ-NP-Za-km-z]+$/.test(text)) return undefined
  const zeros = /^z(1*)/.exec(text)?.[1]?.length ?? 0
  // Little-endian numbers of 16 bits: each round multiplies them and adds up to five symbols.
  const words: number[] = []
  for (let start = 1 + zeros; start < text.length; start += SYMBOLS_AT_A_TIME) {
    let carry = 0
    let factor = 1
    for (const symbol of text.slice(start, start + SYMBOLS_AT_A_TIME)) {
      carry = carry * 58 + (VALUES.get(symbol) ?? 0)
      factor *= 58
    }
    for (let index = 0; index < words.length || carry > 0; index += 1) {
      const sum = (words[index] ?? 0) * factor + carry
      carry = Math.floor(sum / 65_536)
      words[index] = sum - carry * 65_536
    }
  }
  const odd = (words.at(-1) ?? 256) < 256 ? 1 : 0
  const bytes = new Uint8Array(zeros + words.length * 2 - odd)
  for (const [index, word] of words.entries()) {
    bytes[bytes.length - 1 - 2 * index] = word & 0xff
    if (word > 0xff || index < words.length - 1) bytes[bytes.length - 2 - 2 * index] = word >> 8
  }
  return bytes
}

/** Unpadded base64url, as JSON Web Keys write their numbers (RFC 7515, 2). */
export const base64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
