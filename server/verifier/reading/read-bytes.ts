import { MAX_FILE_BYTES, MAX_PICTURE_BYTES } from './limits.ts'
import { MAX_NESTING, problem, type Reading, type ReadingContext } from './reading.ts'
import { readPdf } from './read-pdf.ts'
import { readPng } from './read-png.ts'
import { readSvg } from './read-svg.ts'
import { readText } from './read-text.ts'

type FileKind = 'pdf' | 'png' | 'picture' | 'other-picture' | 'archive' | 'svg' | 'text'

/** A file of any kind, by what is in it: neither its name nor its media type are asked. */
export async function readBytes(bytes: Uint8Array, context: ReadingContext): Promise<Reading> {
  if (bytes.length === 0) return problem('nothing')
  if (context.nesting > MAX_NESTING) return problem('too-deep')
  const kind = kindOf(bytes)
  const most = kind === 'picture' || kind === 'png' ? MAX_PICTURE_BYTES : MAX_FILE_BYTES
  if (bytes.length > most) return problem('too-large')
  switch (kind) {
    case 'pdf':
      return readPdf(bytes, context)
    case 'png':
      return readPng(bytes, context)
    case 'picture':
      return (await pictures()).readPicture(bytes, context)
    case 'svg':
      return readSvg(textOf(bytes) ?? '', context)
    case 'other-picture':
      return problem('picture-format')
    case 'archive':
      return problem('archive')
    case 'text': {
      const text = textOf(bytes)
      return text === undefined ? problem('not-recognised') : readText(text, context)
    }
  }
}

/** The libraries that look at pictures weigh as much as everything else: a process loads them for its first picture. */
const pictures = () => import('./read-picture.ts')

/** Loads what a file needs, so that nobody's file has to wait for it. */
export async function prepareFor(bytes: Uint8Array): Promise<void> {
  const kind = kindOf(bytes)
  if (kind === 'png' || kind === 'picture') await (await pictures()).prepareToLook()
}

/** How far into a file its own words are looked for. */
const HEAD = 4096

function kindOf(bytes: Uint8Array): FileKind {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1')
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (head.startsWith('\xff\xd8\xff') || /^RIFF.{4}WEBP/s.test(head)) return 'picture'
  if (/^(GIF8|BM|II\*\0|MM\0\*)/.test(head) || /^.{4}ftyp(hei|hev|mif|msf|avi)/s.test(head))
    return 'other-picture'
  if (head.startsWith('PK\x03\x04')) return 'archive'
  // ISO 32000-2, 7.5.2: readers accept some other bytes before it; a text that only speaks of it is none
  if (head.slice(0, 1024).includes('%PDF-') && !/^[\s\xef\xbb\xbf]*[{["<]/.test(head)) return 'pdf'
  if (/^[\s\xef\xbb\xbf]*</.test(head) && /<(\w+:)?svg[\s>/]/.test(head)) return 'svg'
  return 'text'
}

/** UTF-8, or the UTF-16 that a text editor of Windows may write; undefined when it is no text. */
function textOf(bytes: Uint8Array): string | undefined {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
