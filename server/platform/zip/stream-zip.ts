import { STORED, zipRecords } from './zip-records.ts'
import type { ZipEntry } from './write-zip.ts'

/**
 * The same archive as a stream, for files that come one after the other and are packed already (PDF, photos): they are
 * stored as they are, and one of them is in memory at a time.
 * @throws Error beyond 65,535 files or 4 GiB, in the middle of the stream
 */
export async function* streamZip(entries: AsyncIterable<ZipEntry>, at: Date): AsyncGenerator<Uint8Array> {
  const records = zipRecords(at)
  for await (const { name, bytes } of entries) {
    yield records.local({ name, bytes, packed: bytes, method: STORED })
    yield bytes
  }
  yield records.end()
}
