// ZIP archives: ours, written whole or as a stream, and those of others, unpacked within a bound.
export { writeZip, type ZipEntry } from './write-zip.ts'
export { streamZip } from './stream-zip.ts'
export { unpackZip, type UnpackedZip } from './unpack-zip.ts'
