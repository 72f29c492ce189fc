export { openReader, type Reader, type ReaderLimits } from './open-reader.ts'
export { isDeeperThan } from './json-depth.ts'
export { MAX_DEPTH, MAX_DOCUMENT_LENGTH, MAX_FILE_BYTES, MAX_PICTURE_BYTES } from './limits.ts'
export type {
  Carrier,
  Found,
  ReadOpenBadge2,
  Reading,
  ReadingProblem,
  ReadingProblemCode,
} from './reading.ts'
