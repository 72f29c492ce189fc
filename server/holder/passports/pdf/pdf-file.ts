import { promisify } from 'node:util'
import { deflate, deflateSync } from 'node:zlib'
import { PDFContext, PDFDict, PDFHeader, PDFObject, PDFRef, PDFStream, PDFStreamWriter } from 'pdf-lib'

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
  objects.push({ packed, entries })

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

/** Objects packed together: for one of them a reader unpacks all. */
const PACKED_TOGETHER = 250

/**
 * The file's bytes, by the library's writer: streams as they are, everything else packed in object streams (ISO 32000-1,
 * 7.5.7), and where each stands in a cross-reference stream (7.5.8).
 */
export async function finishFile(file: PdfFile, root: Ref, info: Ref): Promise<Uint8Array> {
  const context = PDFContext.create()
  context.header = PDFHeader.forVersion(1, 7)
  for (const [index, object] of file.objects.entries()) {
    if (object === undefined) throw new Error(`object ${index + 1} was reserved and never written`)
    const written =
      typeof object === 'string'
        ? new WrittenObject(object)
        : new WrittenStream(PDFDict.withContext(context), await object.packed, object.entries)
    context.assign(PDFRef.of(index + 1), written)
  }
  context.trailerInfo.Root = PDFRef.of(root)
  context.trailerInfo.Info = PDFRef.of(info)
  const writer = PDFStreamWriter.forContext(context, Infinity, true, PACKED_TOGETHER)
  return writer.serializeToBuffer()
}

/** An object in PDF syntax already, ASCII: the library would build the same text from a tree of objects each time. */
class WrittenObject extends PDFObject {
  readonly #body: string

  constructor(body: string) {
    super()
    this.#body = body
  }

  override sizeInBytes(): number {
    return this.#body.length
  }

  override copyBytesInto(buffer: Uint8Array, offset: number): number {
    return writeLatin1(buffer, this.#body, offset)
  }
}

/** A stream whose bytes are packed and whose dictionary is written already. */
class WrittenStream extends PDFStream {
  readonly #packed: Uint8Array
  readonly #start: string
  readonly #end = '\nendstream'

  constructor(dict: PDFDict, packed: Uint8Array, entries: string) {
    super(dict)
    this.#packed = packed
    this.#start = `<<${entries}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`
  }

  override sizeInBytes(): number {
    return this.#start.length + this.#packed.length + this.#end.length
  }

  override copyBytesInto(buffer: Uint8Array, offset: number): number {
    const from = offset + writeLatin1(buffer, this.#start, offset)
    buffer.set(this.#packed, from)
    writeLatin1(buffer, this.#end, from + this.#packed.length)
    return this.sizeInBytes()
  }
}

function writeLatin1(buffer: Uint8Array, text: string, offset: number): number {
  return Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength).write(text, offset, 'latin1')
}
