import { deflateRawSync } from 'node:zlib'
import { DEFLATED, zipRecords } from './zip-records.ts'

/** One file of an archive; its name may have folders, divided by `/`. */
export interface ZipEntry {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * A ZIP archive (PKWARE APPNOTE.TXT 6.3.10, without ZIP64) of whole files in memory, each deflated. `at` is the time its
 * files carry.
 * @throws Error beyond 65,535 files or 4 GiB
 */
export function writeZip(entries: readonly ZipEntry[], at: Date): Buffer {
  const records = zipRecords(at)
  const pieces: Uint8Array[] = []
  for (const { name, bytes } of entries) {
    const packed = deflateRawSync(bytes)
    pieces.push(records.local({ name, bytes, packed, method: DEFLATED }), packed)
  }
  return Buffer.concat([...pieces, records.end()])
}
