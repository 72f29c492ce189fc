import { deflateSync } from 'node:zlib'
import { PDFDocument } from 'pdf-lib'
import QRCode from 'qrcode'
import sharp from 'sharp'

/** Builds the files that credentials travel in, the way other people's software does. */

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A PNG chunk (PNG 3, 5.3). Nobody here looks at the checksum of a text. */
export function pngChunk(type: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)])
}

export interface BakedChunk {
  readonly keyword?: string
  readonly type?: 'iTXt' | 'tEXt' | 'zTXt'
  readonly compressed?: boolean
}

/** The data of a text chunk (PNG 3, 11.3.3). */
export function textChunk(text: string | Uint8Array, chunk: BakedChunk = {}): Buffer {
  const { keyword = 'openbadgecredential', type = 'iTXt', compressed = false } = chunk
  const bytes = Buffer.from(text)
  const head = Buffer.from(`${keyword}\0`, 'latin1')
  if (type === 'tEXt') return pngChunk(type, Buffer.concat([head, bytes]))
  if (type === 'zTXt') return pngChunk(type, Buffer.concat([head, Buffer.from([0]), deflateSync(bytes)]))
  const flags = Buffer.from([compressed ? 1 : 0, 0, 0, 0])
  return pngChunk(type, Buffer.concat([head, flags, compressed ? deflateSync(bytes) : bytes]))
}

let picture: Buffer | undefined
/** A small drawn picture without anything in it. */
export async function aPng(): Promise<Buffer> {
  picture ??= await sharp({ create: { width: 60, height: 60, channels: 3, background: '#0f766e' } })
    .png()
    .toBuffer()
  return picture
}

/** A badge baked into a PNG (Open Badges 3.0, 5.3.1; with the keyword `openbadges`, 2.0). */
export async function bakedPng(text: string | Uint8Array, chunk: BakedChunk = {}): Promise<Buffer> {
  const png = await aPng()
  // behind the header chunk
  const at = PNG_SIGNATURE.length + 25
  return Buffer.concat([png.subarray(0, at), textChunk(text, chunk), png.subarray(at)])
}

/** A badge baked into an SVG (Open Badges 3.0, 5.3.2). */
export const bakedSvg = (inner: string, uri = 'https://purl.imsglobal.org/ob/v3p0', before = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${before}<svg xmlns="http://www.w3.org/2000/svg" ` +
  `xmlns:openbadges="${uri}" viewBox="0 0 10 10">${inner}<circle r="4" cx="5" cy="5"/></svg>`

export const credentialElement = (json: string): string =>
  `<openbadges:credential><![CDATA[${json}]]></openbadges:credential>`

/** A PDF with attached files, written by a library that packs its objects into object streams. */
export async function pdfWith(
  attachments: Readonly<Record<string, string | Uint8Array>>,
  options: { readonly useObjectStreams?: boolean } = {},
): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  pdf.addPage([200, 200])
  for (const [name, content] of Object.entries(attachments))
    await pdf.attach(Buffer.from(content), name, { mimeType: 'application/json' })
  return Buffer.from(await pdf.save({ useObjectStreams: options.useObjectStreams ?? true }))
}

/** A photograph of a page with this QR code: in grey, a little turned, on a table. */
export async function qrPhoto(
  text: string,
  options: {
    readonly format?: 'png' | 'jpeg' | 'webp'
    readonly turn?: number
    readonly scale?: number
  } = {},
): Promise<Buffer> {
  const { format = 'jpeg', turn = 7, scale = 8 } = options
  const code = await QRCode.toBuffer(text, { scale, margin: 4, errorCorrectionLevel: 'M' })
  const turned = await sharp(code).rotate(turn, { background: '#e8e4dc' }).toBuffer()
  return sharp(turned)
    .extend({ top: 80, bottom: 120, left: 60, right: 90, background: '#e8e4dc' })
    .blur(1.1)
    .toFormat(format, { quality: 80 })
    .toBuffer()
}
