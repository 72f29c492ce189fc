/** What a compact proof is made of; whole numbers of 32 bits at most, maps with whole numbers as keys. */
export type Cbor = number | string | Uint8Array | readonly Cbor[] | ReadonlyMap<number, Cbor>

/** Major types (RFC 8949, 3.1). */
const [UNSIGNED, NEGATIVE, BYTES, TEXT, ARRAY, MAP] = [0, 1, 2, 3, 4, 5]
/** Widest first: how many bytes follow the first one of a head, and what says so (RFC 8949, 3). */
const WIDTHS = [
  { info: 26, bytes: 4, from: 0x1_0000 },
  { info: 25, bytes: 2, from: 0x100 },
  { info: 24, bytes: 1, from: 24 },
] as const
const MAX_DEPTH = 4

/**
 * Core deterministic encoding (RFC 8949, 4.2.1): shortest heads, definite lengths, keys in bytewise order. Of our own,
 * because a telephone that scans a paper loads it: a library for all of CBOR is six times the size of the proof's page.
 */
export function encodeCbor(value: Cbor): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(written(value))
}

function written(value: Cbor): number[] {
  if (typeof value === 'number') return value < 0 ? head(NEGATIVE, -1 - value) : head(UNSIGNED, value)
  if (typeof value === 'string') {
    const text = new TextEncoder().encode(value)
    return [...head(TEXT, text.length), ...text]
  }
  if (value instanceof Uint8Array) return [...head(BYTES, value.length), ...value]
  if (value instanceof Map) {
    const entries = [...(value as ReadonlyMap<number, Cbor>)].map(([key, held]) => [
      ...written(key),
      ...written(held),
    ])
    return [...head(MAP, value.size), ...entries.sort(byBytes).flat()]
  }
  const items = value as readonly Cbor[]
  return [...head(ARRAY, items.length), ...items.flatMap(written)]
}

function head(major: number, argument: number): number[] {
  if (!Number.isInteger(argument) || argument < 0 || argument >= 2 ** 32)
    throw new RangeError('no number of ours')
  const width = WIDTHS.find(({ from }) => argument >= from)
  if (width === undefined) return [(major << 5) | argument]
  const bytes = Array.from(
    { length: width.bytes },
    (_, at) => (argument >>> (8 * (width.bytes - 1 - at))) & 0xff,
  )
  return [(major << 5) | width.info, ...bytes]
}

function byBytes(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((byte, index) => byte !== other[index])
  return (one[at] ?? 0) - (other[at] ?? 0)
}

/**
 * Decodes what {@link encodeCbor} may have written: nothing indefinite, no long heads, no key twice, no tag, no float,
 * nothing left over. Keys in another order show when the value is encoded again.
 * @throws RangeError, or TypeError for text that is not UTF-8
 */
export function decodeCbor(bytes: Uint8Array): Cbor {
  const [value, end] = read(bytes, 0, 0)
  if (end !== bytes.length) throw new RangeError('something is left over')
  return value
}

function read(bytes: Uint8Array, start: number, depth: number): [value: Cbor, end: number] {
  if (depth > MAX_DEPTH) throw new RangeError('too deep')
  const { major, argument, end } = readHead(bytes, start)
  if (major === UNSIGNED) return [argument, end]
  if (major === NEGATIVE) return [-1 - argument, end]
  if (argument > bytes.length - end) throw new RangeError('longer than it is')
  if (major === BYTES) return [bytes.slice(end, end + argument), end + argument]
  if (major === TEXT) return [utf8.decode(bytes.subarray(end, end + argument)), end + argument]
  if (major === ARRAY) return readArray(bytes, end, argument, depth)
  if (major === MAP) return readMap(bytes, end, argument, depth)
  throw new RangeError('nothing of ours')
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function readArray(bytes: Uint8Array, start: number, count: number, depth: number): [Cbor, number] {
  const items: Cbor[] = []
  let end = start
  while (items.length < count) {
    const [item, next] = read(bytes, end, depth + 1)
    items.push(item)
    end = next
  }
  return [items, end]
}

function readMap(bytes: Uint8Array, start: number, count: number, depth: number): [Cbor, number] {
  const entries = new Map<number, Cbor>()
  let end = start
  for (let entry = 0; entry < count; entry++) {
    const [key, afterKey] = read(bytes, end, depth + 1)
    const [held, next] = read(bytes, afterKey, depth + 1)
    if (typeof key !== 'number' || entries.has(key)) throw new RangeError('no key, or one twice')
    entries.set(key, held)
    end = next
  }
  return [entries, end]
}

function readHead(bytes: Uint8Array, start: number): { major: number; argument: number; end: number } {
  const first = bytes[start]
  if (first === undefined) throw new RangeError('cut short')
  const [major, info] = [first >> 5, first & 31]
  if (info < 24) return { major, argument: info, end: start + 1 }
  const width = WIDTHS.find((known) => known.info === info)
  const end = start + 1 + (width?.bytes ?? 0)
  if (width === undefined || end > bytes.length) throw new RangeError('no head of ours')
  const argument = bytes.subarray(start + 1, end).reduce((sum, byte) => sum * 256 + byte, 0)
  if (argument < width.from) throw new RangeError('a longer head than it needs')
  return { major, argument, end }
}
