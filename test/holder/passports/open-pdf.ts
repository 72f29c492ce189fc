import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { PDFDocument } from 'pdf-lib'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

const wasm = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')))
prepareZXingModule({
  overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length) },
})

export interface Bitmap {
  readonly width: number
  readonly height: number
  /** RGBA, row by row. */
  readonly data: Uint8ClampedArray
}

export interface OpenedPdf {
  /** The text of each page, as a reader's search finds it. */
  readonly texts: string[]
  readonly pages: Bitmap[]
}

/** Opens a PDF with another engine than the one that wrote it (PDFium), and draws every page. */
export async function openPdf(bytes: Uint8Array, scale = 2): Promise<OpenedPdf> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(bytes)
  const texts: string[] = []
  const pages: Bitmap[] = []
  for (const page of document.pages()) {
    texts.push(page.getText().replace(/\r\n/g, '\n'))
    const image = await page.render({ scale, render: 'bitmap' })
    pages.push({ width: image.width, height: image.height, data: new Uint8ClampedArray(image.data) })
  }
  document.destroy()
  library.destroy()
  return { texts, pages }
}

/** What a scanner reads from a page: the texts of its QR codes. */
export async function readQrCodes(page: Bitmap): Promise<string[]> {
  return (await scan(page)).map((code) => code.text)
}

async function scan(page: Bitmap) {
  const image = { ...page, colorSpace: 'srgb', data: new Uint8ClampedArray(page.data) } as ImageData
  const found = await readBarcodes(image, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 20 })
  return found.filter((code) => code.isValid)
}

/** Where the one QR code of a page is, and how wide without its quiet zone, in pixels. */
export async function findQrCode(page: Bitmap): Promise<{ centre: { x: number; y: number }; side: number }> {
  const [found] = await scan(page)
  if (found === undefined) throw new Error('no code on the page')
  const { topLeft, topRight, bottomRight } = found.position
  return {
    centre: { x: (topLeft.x + bottomRight.x) / 2, y: (topLeft.y + bottomRight.y) / 2 },
    side: Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y),
  }
}

/** The files attached inside a PDF, by name. */
export async function attachmentsOf(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const document = await PDFDocument.load(bytes)
  return new Map(document.getAttachments().map(({ name, data }) => [name, data]))
}
