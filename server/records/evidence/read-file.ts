import { AppError } from '../../kernel/errors.ts'
import {
  MAX_EVIDENCE_MEGABYTES,
  MAX_PHOTO_MEGABYTES,
  type AcceptedMediaType,
  type EvidenceKind,
} from './evidence.ts'
import { reencodePhoto } from './reencode-photo.ts'

export interface GivenFile {
  readonly bytes: Uint8Array
  /** Name and media type as the browser says: only used to choose the sentence of a refusal. */
  readonly name: string
  readonly mediaType: string
}

export interface ReadFile {
  readonly kind: Exclude<EvidenceKind, 'text'>
  readonly bytes: Uint8Array
  readonly mediaType: AcceptedMediaType
}

/**
 * What a file really is, from its bytes and not from its name: a photo (decoded and written again, so that nothing
 * of what it carried survives), a PDF, or plain text.
 *
 * @throws AppError `file-too-large` (over 5 MB, 15 for a photo), `invalid-input` (a HEIC photo, which only Apple's
 *   programs open), `file-not-an-image` (called a picture, but none that opens), `file-type-refused` (anything else).
 */
export async function readFile(file: GivenFile): Promise<ReadFile> {
  const max = isPicture(file.bytes) || isHeic(file.bytes) ? MAX_PHOTO_MEGABYTES : MAX_EVIDENCE_MEGABYTES
  if (file.bytes.length > max * 1_000_000) throw new AppError('file-too-large', { max })
  if (isHeic(file.bytes)) {
    throw new AppError('invalid-input', {}, [{ field: 'file', message: 'learners.photoHeic' }])
  }
  if (file.bytes.length === 0) throw new AppError('file-type-refused')
  if (isPicture(file.bytes)) {
    return { kind: 'photo', bytes: await reencodePhoto(file.bytes), mediaType: 'image/jpeg' }
  }
  if (claimsToBePicture(file)) throw new AppError('file-not-an-image')
  if (hasBytes(file.bytes, 0, '%PDF-'))
    return { kind: 'file', bytes: file.bytes, mediaType: 'application/pdf' }
  const text = plainText(file.bytes)
  if (text === undefined) throw new AppError('file-type-refused')
  return { kind: 'file', bytes: new TextEncoder().encode(text), mediaType: 'text/plain' }
}

/** JPEG, PNG, WebP and AVIF by their first bytes. SVG is a document with scripts, never a photo. */
function isPicture(bytes: Uint8Array): boolean {
  return (
    hasBytes(bytes, 0, '\xff\xd8\xff') ||
    hasBytes(bytes, 0, '\x89PNG\r\n\x1a\n') ||
    (hasBytes(bytes, 0, 'RIFF') && hasBytes(bytes, 8, 'WEBP')) ||
    (hasBytes(bytes, 4, 'ftypavif') && bytes[0] === 0)
  )
}

/** HEIF with HEVC inside (ISO/IEC 23008-12), by its brands: patents keep its decoder out of sharp. */
function isHeic(bytes: Uint8Array): boolean {
  const brands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']
  return brands.some((brand) => hasBytes(bytes, 4, `ftyp${brand}`)) && !isPicture(bytes)
}

function hasBytes(bytes: Uint8Array, offset: number, signature: string): boolean {
  return Array.from(signature).every((character, index) => bytes[offset + index] === character.charCodeAt(0))
}

function claimsToBePicture(file: GivenFile): boolean {
  return (
    file.mediaType.startsWith('image/') ||
    /\.(jpe?g|png|gif|webp|heic|heif|avif|tiff?|bmp|svg)$/i.test(file.name)
  )
}

/** UTF-8 text without control characters and without markup that a browser would run; undefined for anything else. */
function plainText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return /[^\P{Cc}\t\n\r\f]/u.test(text) ? undefined : text
  } catch {
    return undefined
  }
}
