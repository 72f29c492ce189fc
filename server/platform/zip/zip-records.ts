// The records of a ZIP archive (PKWARE APPNOTE.TXT 6.3.10, §4.3), without ZIP64.
import { crc32 } from 'node:zlib'

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
/** 2.0: folders and deflate. */
const VERSION = 20
/** Names are UTF-8 (appendix D). */
const UTF8 = 0x0800
export const STORED = 0
export const DEFLATED = 8
const LARGEST = 0xffffffff
const MOST_ENTRIES = 0xffff

/** One file as an archive holds it. */
export interface PackedEntry {
  /** May have folders, divided by `/`. */
  readonly name: string
  /** Before packing. */
  readonly bytes: Uint8Array
  readonly packed: Uint8Array
  readonly method: typeof STORED | typeof DEFLATED
}

/** Writes the records of an archive, one entry after the other; `at` is the time its files carry. */
export interface ZipRecords {
  /** What comes before and with an entry's packed bytes. */
  local(entry: PackedEntry): Buffer
  /**
   * What comes after the last entry.
   * @throws Error beyond 65,535 files or 4 GiB
   */
  end(): Buffer
}

export function zipRecords(at: Date): ZipRecords {
  const directory: Buffer[] = []
  let offset = 0
  return {
    local(entry) {
      const path = Buffer.from(entry.name, 'utf8')
      const described = describe(entry, path, at)
      const local = Buffer.concat([uint32(LOCAL), described, path])
      const external = Buffer.alloc(14)
      if (offset > LARGEST) throw new Error('too large for a ZIP')
      external.writeUInt32LE(offset, 10)
      directory.push(Buffer.concat([uint32(CENTRAL), uint16(VERSION), described, external, path]))
      offset += local.length + entry.packed.length
      return local
    },
    end() {
      const central = Buffer.concat(directory)
      if (directory.length > MOST_ENTRIES || offset + central.length > LARGEST)
        throw new Error('too large for a ZIP')
      const count = uint16(directory.length)
      const end = [uint32(END), uint32(0), count, count, uint32(central.length), uint32(offset), uint16(0)]
      return Buffer.concat([central, ...end])
    },
  }
}

/** What a local header and the directory say alike of a file: version to extension length. */
function describe({ bytes, packed, method }: PackedEntry, path: Buffer, at: Date): Buffer {
  return Buffer.concat([
    uint16(VERSION),
    uint16(UTF8),
    uint16(method),
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
