import { crc32, deflateRawSync } from 'node:zlib'

/** One file of an archive; its name may have folders, divided by `/`. */
export interface ZipEntry {
  readonly name: string
  readonly bytes: Uint8Array
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
/** 2.0: folders and deflate. */
const VERSION = 20
/** Names are UTF-8 (APPNOTE.TXT, appendix D). */
const UTF8 = 0x0800
const DEFLATED = 8
const LARGEST = 0xffffffff
const MOST_ENTRIES = 0xffff

/**
 * A ZIP archive (PKWARE APPNOTE.TXT 6.3.10, without ZIP64) of whole files in memory, each deflated. `at` is the time its
 * files carry.
 * @throws Error beyond 65,535 files or 4 GiB
 */
export function writeZip(entries: readonly ZipEntry[], at: Date): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const packed = deflateRawSync(bytes)
    const path = Buffer.from(name, 'utf8')
    const described = describe(bytes, packed, path, at)
    const local = Buffer.concat([uint32(LOCAL), described, path])
    const external = Buffer.alloc(14)
    external.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([uint32(CENTRAL), uint16(VERSION), described, external, path]))
    pieces.push(local, packed)
    offset += local.length + packed.length
  }
  const central = Buffer.concat(directory)
  if (entries.length > MOST_ENTRIES || offset + central.length > LARGEST)
    throw new Error('too large for a ZIP')
  const count = uint16(entries.length)
  const end = [uint32(END), uint32(0), count, count, uint32(central.length), uint32(offset), uint16(0)]
  return Buffer.concat([...pieces, central, ...end])
}

/** What a local header and the directory say alike of a file: version to extension length. */
function describe(bytes: Uint8Array, packed: Uint8Array, path: Buffer, at: Date): Buffer {
  return Buffer.concat([
    uint16(VERSION),
    uint16(UTF8),
    uint16(DEFLATED),
    ...dosTime(at).map(uint16),
    uint32(crc32(bytes)),
    uint32(packed.length),
    uint32(bytes.length),
    uint16(path.length),
    uint16(0),
  ])
}

/** Time and day as MS-DOS wrote them: two seconds fine, from 1980 on. */
function dosTime(at: Date): [number, number] {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1)
  const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()
  return [time, day]
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
