import { createHash } from 'node:crypto'
import type { PDFDict } from 'pdf-lib'
import { PDFArray, PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from 'pdf-lib'

/** What is added to a PDF of ours after its last byte. */
export interface PdfUpdate {
  /** New and changed objects by number, in PDF syntax. */
  readonly objects: ReadonlyMap<number, string>
  readonly firstPage: number
  /** What the cross-reference of the update says beside where objects are. */
  readonly trailer: string
  /** One more than the highest object number, those added counted. */
  readonly size: number
  /** Adds an object and gives its number. */
  add(body: string): number
  /** Puts a signature field on the first page and into the document's form. */
  addWidget(field: number): void
}

/**
 * Opens a PDF as our writer leaves it: its cross-reference is a stream (ISO 32000-1, 7.5.8), and so is the update's.
 * @throws Error when it is not of that kind, or has a form already
 */
export async function openUpdate(pdf: Uint8Array): Promise<PdfUpdate> {
  const { offset, highest } = lastCrossReference(pdf)
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const { trailerInfo } = document.context
  const { Root: root, Info: info } = trailerInfo
  if (!(root instanceof PDFRef) || document.catalog.has(PDFName.of('AcroForm')))
    throw new Error('no PDF that takes a signature')
  const page = document.getPage(0)
  const objects = new Map<number, string>()
  let next = highest
  return {
    objects,
    firstPage: page.ref.objectNumber,
    get size() {
      return next
    },
    trailer:
      `/Prev ${offset}/Root ${root.toString()}` +
      (info instanceof PDFRef ? `/Info ${info.toString()}` : '') +
      fileIdentifier(trailerInfo.ID, pdf),
    add(body) {
      objects.set(next, body)
      return next++
    },
    addWidget(field) {
      const annotations = page.node.Annots()?.clone() ?? PDFArray.withContext(document.context)
      annotations.push(PDFRef.of(field))
      objects.set(page.ref.objectNumber, withEntry(page.node, 'Annots', annotations.toString()))
      objects.set(
        root.objectNumber,
        withEntry(document.catalog, 'AcroForm', `<</Fields[${field} 0 R]/SigFlags 3>>`),
      )
    },
  }
}

/** Where the last cross-reference stands, and the number that comes after those it knows. */
function lastCrossReference(pdf: Uint8Array): { offset: number; highest: number } {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const end = bytes.subarray(-64).toString('latin1')
  const offset = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1])
  const from = Number.isNaN(offset) ? bytes.length : offset
  const [dictionary = ''] = bytes
    .subarray(from, from + 2000)
    .toString('latin1')
    .split('stream', 1)
  const highest = Number(/\/Size\s+(\d+)/.exec(dictionary)?.[1])
  if (!/\/Type\s*\/XRef\b/.test(dictionary) || Number.isNaN(highest)) throw new Error('no PDF of ours')
  return { offset, highest }
}

/** The first identifier stays the document's; the second is this version's (14.4). */
function fileIdentifier(id: unknown, pdf: Uint8Array): string {
  const first = id instanceof PDFArray ? id.get(0) : undefined
  if (!(first instanceof PDFHexString || first instanceof PDFString)) return ''
  const version = createHash('sha256').update(pdf).digest('hex').slice(0, 32).toUpperCase()
  return `/ID[${first.toString()}<${version}>]`
}

/** A dictionary as it is, with one entry more or in place of another. */
function withEntry(dictionary: PDFDict, name: string, value: string): string {
  const entries = dictionary
    .entries()
    .filter(([key]) => key !== PDFName.of(name))
    .map(([key, entry]) => `${key.toString()} ${entry.toString()}`)
  return `<<${entries.join('\n')}\n/${name} ${value}>>`
}
