import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { deflate, deflateSync } from 'node:zlib'
import { writeObjects, type WrittenStream } from './write-objects.ts'

/** The number of an indirect object. */
export type Ref = number

/** Packs what goes into a stream (Flate): {@link packNow} or {@link packAside}, which give the same bytes. */
export type Pack = (bytes: Uint8Array | string) => Uint8Array | Promise<Uint8Array>

interface Stream {
  readonly packed: Uint8Array | Promise<Uint8Array>
  readonly entries: string
}

/** A PDF being written (ISO 32000-1, 7.5): its objects in the order of their numbers, the first being number 1. */
export interface PdfFile {
  readonly pack: Pack
  readonly objects: (string | Stream | undefined)[]
}

export const createPdfFile = (pack: Pack): PdfFile => ({ pack, objects: [] })

/** A number for an object that others name before it is written with {@link setObject}. */
export const reserveObject = ({ objects }: PdfFile): Ref => objects.push(undefined)

/** `body` is written as it is: ASCII, in PDF syntax. */
export const addObject = ({ objects }: PdfFile, body: string): Ref => objects.push(body)

export function setObject({ objects }: PdfFile, ref: Ref, body: string): void {
  objects[ref - 1] = body
}

/** A stream of bytes; `entries` go into its dictionary. */
export const addStream = (file: PdfFile, bytes: Uint8Array | string, entries = ''): Ref =>
  addPacked(file, file.pack(bytes), entries)

/** A stream that was packed before, for another document. */
export const addPacked = ({ objects }: PdfFile, packed: Stream['packed'], entries = ''): Ref =>
  objects.push({ packed, entries: `${entries}/Filter/FlateDecode` })

/** A stream that anybody reads without unpacking it: what a file says of itself. */
export const addPlain = ({ objects }: PdfFile, text: string, entries: string): Ref =>
  objects.push({ packed: Buffer.from(text), entries })

/** Level 9 takes half as long again and saves a hundredth. */
const PACKING = { level: 6, memLevel: 9 }
const deflateAside = promisify(deflate)

export const packNow = (bytes: Uint8Array | string): Uint8Array => deflateSync(bytes, PACKING)

/** Bytes from which another core's help is worth the way there and back: an attached passport, not a page. */
const ASIDE_FROM = 50_000

/** Long streams on another core while this thread goes on: for whoever has several documents to write. */
export const packAside: Pack = (bytes) =>
  bytes.length < ASIDE_FROM ? packNow(bytes) : deflateAside(bytes, PACKING)

/** How one object names another. */
export const to = (ref: Ref): string => `${ref} 0 R`

/** A text string (ISO 32000-1, 7.9.2.2): as it is where it is ASCII, else in UTF-16, which any character survives. */
export function textString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`
  return `<FEFF${utf16(text)}>`
}

/** Big-endian UTF-16 in hexadecimal. */
export const utf16 = (text: string): string =>
  Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()

/** The file's bytes: streams as they are, everything else packed together, and where each stands. */
export async function finishFile(file: PdfFile, root: Ref, info: Ref): Promise<Uint8Array> {
  const digest = createHash('sha256')
  const objects: (string | WrittenStream)[] = []
  for (const [index, object] of file.objects.entries()) {
    if (object === undefined) throw new Error(`object ${index + 1} was reserved and never written`)
    digest.update(typeof object === 'string' ? object : await object.packed)
    objects.push(
      typeof object === 'string' ? object : { packed: await object.packed, entries: object.entries },
    )
  }
  // one content, one name (14.4): written again it is the same file
  const id = `<${digest.digest('hex').slice(0, 32).toUpperCase()}>`
  const trailer = `/Root ${to(root)}/Info ${to(info)}/ID[${id}${id}]`
  return writeObjects({ objects, trailer }, file.pack)
}
