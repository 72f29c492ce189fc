import { setImmediate as immediately } from 'node:timers/promises'
import type { Pack } from './pdf-file.ts'

/** A stream whose bytes are packed; `entries` stand in its dictionary. */
export interface WrittenStream {
  readonly packed: Uint8Array
  readonly entries: string
}

export interface ObjectsToWrite {
  /** In the order of their numbers, the first being number 1; a string is an object in PDF syntax, ASCII. */
  readonly objects: readonly (string | WrittenStream)[]
  /** Entries of the trailer that name the catalogue, the facts and the file (7.5.5). */
  readonly trailer: string
}

/** Objects packed together: for one of them a reader unpacks all. */
const PACKED_TOGETHER = 250
/** Object streams after which others have their turn: a file of a thousand passports has some hundreds. */
const BETWEEN_BREATHS = 8

/**
 * A whole PDF (ISO 32000-1, 7.5): streams as they are, everything else in object streams (7.5.7), and where each stands
 * in a cross-reference stream (7.5.8). Ours, because the library's looks through all entries for the place of each: with
 * a thousand passports that took four seconds, in one piece.
 */
export async function writeObjects({ objects, trailer }: ObjectsToWrite, pack: Pack): Promise<Uint8Array> {
  const out = output()
  const entries: Entry[] = [{ type: 0, second: 0, third: 0xffff }]
  out.add(HEADER)
  for (const [index, object] of objects.entries())
    if (typeof object !== 'string') {
      entries[index + 1] = { type: 1, second: out.length, third: 0 }
      addStream(out, index + 1, object)
    }
  const together = objects.flatMap((body, index) => (typeof body === 'string' ? [{ index, body }] : []))
  let number = objects.length + 1
  for (let start = 0; start < together.length; start += PACKED_TOGETHER, number++) {
    const group = together.slice(start, start + PACKED_TOGETHER)
    group.forEach(({ index }, place) => (entries[index + 1] = { type: 2, second: number, third: place }))
    entries[number] = { type: 1, second: out.length, third: 0 }
    addStream(out, number, await objectStream(group, pack))
    if ((start / PACKED_TOGETHER + 1) % BETWEEN_BREATHS === 0) await immediately()
  }
  const at = out.length
  entries[number] = { type: 1, second: at, third: 0 }
  addStream(out, number, await crossReferences(entries, trailer, pack))
  out.add(`startxref\n${at}\n%%EOF`)
  return out.bytes()
}

/** The bytes after the version tell that the file is binary (7.5.2). */
const HEADER = Buffer.from('%PDF-1.7\n%\x81\x81\x81\x81\n\n', 'latin1')

/** Where an object stands (7.5.8.3): free, at an offset, or in an object stream at a place. */
interface Entry {
  readonly type: 0 | 1 | 2
  readonly second: number
  readonly third: number
}

interface Output {
  readonly length: number
  add(piece: Uint8Array | string): void
  bytes(): Uint8Array
}

function output(): Output {
  const pieces: Uint8Array[] = []
  let length = 0
  return {
    get length() {
      return length
    },
    add(piece) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece
      pieces.push(bytes)
      length += bytes.length
    },
    bytes: () => Buffer.concat(pieces, length),
  }
}

function addStream(out: Output, number: number, { packed, entries }: WrittenStream): void {
  out.add(`${number} 0 obj\n<<${entries}/Length ${packed.length}>>\nstream\n`)
  out.add(packed)
  out.add('\nendstream\nendobj\n\n')
}

/** Objects one after the other, behind the number and the place of each. */
async function objectStream(
  group: readonly { readonly index: number; readonly body: string }[],
  pack: Pack,
): Promise<WrittenStream> {
  let offset = 0
  const places = group.map(({ index, body }) => {
    const place = `${index + 1} ${offset}`
    offset += body.length + 1
    return place
  })
  const first = `${places.join(' ')} `
  const packed = await pack(`${first}${group.map(({ body }) => body).join(' ')}`)
  return {
    packed,
    entries: `/Type/ObjStm/N ${group.length}/First ${first.length}/Filter/FlateDecode`,
  }
}

/** Bytes of the three numbers of an entry. */
const WIDTHS = [1, 4, 2] as const
const ENTRY_BYTES = WIDTHS[0] + WIDTHS[1] + WIDTHS[2]

async function crossReferences(
  entries: readonly Entry[],
  trailer: string,
  pack: Pack,
): Promise<WrittenStream> {
  const table = Buffer.alloc(entries.length * ENTRY_BYTES)
  entries.forEach(({ type, second, third }, index) => {
    const at = index * ENTRY_BYTES
    table.writeUInt8(type, at)
    table.writeUInt32BE(second, at + WIDTHS[0])
    table.writeUInt16BE(third, at + WIDTHS[0] + WIDTHS[1])
  })
  const packed = await pack(table)
  const described = `/Type/XRef/Size ${entries.length}/W[${WIDTHS.join(' ')}]${trailer}/Filter/FlateDecode`
  return { packed, entries: described }
}
