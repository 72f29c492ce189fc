import { inflateRawSync } from 'node:zlib'
import type { ZipEntry } from './write-zip.ts'

export type UnpackedZip =
  | { readonly state: 'unpacked'; readonly files: readonly ZipEntry[] }
  /** No ZIP archive, or one that does not add up. */
  | { readonly state: 'broken' }
  /** It holds, or unpacks to, more than was allowed. */
  | { readonly state: 'too-large' }

export interface ZipBounds {
  readonly mostEntries: number
  /** Of all wanted files together, unpacked. */
  readonly mostBytes: number
  /** Which files are unpacked; the others are passed over. */
  readonly wants: (name: string) => boolean
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
/** The end record and the longest comment after it. */
const END_WITHIN = 22 + 0xffff
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
const STORED = 0
const DEFLATED = 8

interface Listed {
  readonly name: string
  readonly method: number
  readonly packedBytes: number
  /** Where its local header stands. */
  readonly at: number
}

/**
 * Unpacks an archive of somebody else's (PKWARE APPNOTE 6.3.10, §4.3), by its directory. Sizes that it announces are not
 * believed: unpacking stops at the bound itself.
 */
export function unpackZip(archive: Uint8Array, { mostEntries, mostBytes, wants }: ZipBounds): UnpackedZip {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)
  const listed = readDirectory(bytes)
  if (listed === undefined) return { state: 'broken' }
  if (listed.length > mostEntries) return { state: 'too-large' }
  const files: ZipEntry[] = []
  let left = mostBytes
  for (const entry of listed) {
    if (!wants(entry.name)) continue
    const unpacked = unpackOne(bytes, entry, left)
    if (typeof unpacked === 'string') return { state: unpacked }
    left -= unpacked.length
    files.push({ name: entry.name, bytes: unpacked })
  }
  return { state: 'unpacked', files }
}

function readDirectory(bytes: Buffer): Listed[] | undefined {
  const end = findEnd(bytes)
  if (end === undefined) return undefined
  const listed: Listed[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + ENTRY_BYTES > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) return undefined
    const nameEnd = at + ENTRY_BYTES + bytes.readUInt16LE(at + 28)
    listed.push({
      name: bytes.toString('utf8', at + ENTRY_BYTES, nameEnd),
      method: bytes.readUInt16LE(at + 10),
      packedBytes: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    })
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return listed
}

function findEnd(bytes: Buffer): number | undefined {
  const from = Math.max(0, bytes.length - END_WITHIN)
  for (let at = bytes.length - 22; at >= from; at--)
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at
  return undefined
}

function unpackOne(bytes: Buffer, { method, packedBytes, at }: Listed, most: number) {
  if (at + LOCAL_BYTES > bytes.length || bytes.readUInt32LE(at) !== LOCAL_ENTRY) return 'broken'
  const start = at + LOCAL_BYTES + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  if (start + packedBytes > bytes.length) return 'broken'
  const packed = bytes.subarray(start, start + packedBytes)
  if (method === STORED) return packed.length > most ? 'too-large' : packed
  if (method !== DEFLATED) return 'broken'
  try {
    // zlib takes no bound of 0
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return isTooLarge ? 'too-large' : 'broken'
  }
}
