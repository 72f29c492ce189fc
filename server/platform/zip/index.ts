// ZIP archives: ours, written whole, and those of others, unpacked within a bound.
export { writeZip, type ZipEntry } from './write-zip.ts'
export { unpackZip, type UnpackedZip } from './unpack-zip.ts'
