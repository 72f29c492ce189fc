import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFObject,
  type PDFPage,
} from 'pdf-lib'

/** A rule of a standard: what it asks, and what a document does against it. */
export interface Rule {
  readonly asks: string
  /** Where the standard says so. */
  readonly clause: string
  problems(document: PDFDocument): string[]
}

export const parsePdf = (bytes: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(bytes, { updateMetadata: false })

/** What an entry of a dictionary leads to. */
export function at(document: PDFDocument, dict: PDFDict | undefined, key: string): PDFObject | undefined {
  return dict && document.context.lookup(dict.get(PDFName.of(key)))
}

export function dictAt(document: PDFDocument, dict: PDFDict | undefined, key: string): PDFDict | undefined {
  const found = at(document, dict, key)
  return found instanceof PDFDict ? found : undefined
}

/** The items of an array, looked up; a single object counts as one. */
export function items(document: PDFDocument, found: PDFObject | undefined): (PDFObject | undefined)[] {
  if (found === undefined) return []
  if (!(found instanceof PDFArray)) return [found]
  return found.asArray().map((item) => document.context.lookup(item))
}

export const nameOf = (found: PDFObject | undefined): string | undefined =>
  found instanceof PDFName ? found.decodeText() : undefined
export const textOf = (found: PDFObject | undefined): string | undefined =>
  found instanceof PDFString || found instanceof PDFHexString ? found.decodeText() : undefined
export const numberOf = (found: PDFObject | undefined): number | undefined =>
  found instanceof PDFNumber ? found.asNumber() : undefined

export function bytesOf(found: PDFObject | undefined): Buffer {
  if (!(found instanceof PDFRawStream)) throw new Error('no stream')
  return Buffer.from(decodePDFRawStream(found).decode())
}

export const metadataOf = (document: PDFDocument): string => {
  const found = at(document, document.catalog, 'Metadata')
  return found instanceof PDFRawStream ? bytesOf(found).toString('utf8') : ''
}

/** A node of the structure as a document tells it. */
export interface Element {
  readonly role: string
  readonly dict: PDFDict
  readonly ref: PDFRef | undefined
  readonly kids: readonly Element[]
  readonly marks: readonly { readonly mcid: number; readonly page: PDFObject | undefined }[]
  readonly objects: readonly (PDFRef | undefined)[]
}

export function structureOf(document: PDFDocument): Element[] {
  const tree = dictAt(document, document.catalog, 'StructTreeRoot')
  const kids = tree && document.context.lookup(tree.get(PDFName.of('K')))
  const refs = kids instanceof PDFArray ? kids.asArray() : []
  return refs.flatMap((ref) => elementOf(document, ref) ?? [])
}

function elementOf(document: PDFDocument, found: PDFObject): Element | undefined {
  const dict = document.context.lookup(found)
  if (!(dict instanceof PDFDict)) return undefined
  const held = at(document, dict, 'K')
  const inside = held instanceof PDFArray ? held.asArray() : held === undefined ? [] : [held]
  const own = dict.get(PDFName.of('Pg'))
  const element = {
    role: nameOf(at(document, dict, 'S')) ?? '',
    dict,
    ref: found instanceof PDFRef ? found : undefined,
    kids: [] as Element[],
    marks: [] as { mcid: number; page: PDFObject | undefined }[],
    objects: [] as (PDFRef | undefined)[],
  }
  for (const kid of inside) {
    const known = document.context.lookup(kid)
    if (known instanceof PDFNumber) element.marks.push({ mcid: known.asNumber(), page: own })
    else if (known instanceof PDFDict) addKid(document, element, known, kid)
  }
  return element
}

function addKid(
  document: PDFDocument,
  element: {
    kids: Element[]
    marks: { mcid: number; page: PDFObject | undefined }[]
    objects: (PDFRef | undefined)[]
  } & { dict: PDFDict },
  kid: PDFDict,
  ref: PDFObject,
): void {
  const type = nameOf(at(document, kid, 'Type'))
  const page = kid.get(PDFName.of('Pg')) ?? element.dict.get(PDFName.of('Pg'))
  if (type === 'MCR') element.marks.push({ mcid: numberOf(at(document, kid, 'MCID')) ?? -1, page })
  else if (type === 'OBJR') {
    const object = kid.get(PDFName.of('Obj'))
    element.objects.push(object instanceof PDFRef ? object : undefined)
  } else {
    const made = elementOf(document, ref)
    if (made) element.kids.push(made)
  }
}

/** Every element, in reading order. */
export const allOf = (elements: readonly Element[]): Element[] =>
  elements.flatMap((element) => [element, ...allOf(element.kids)])

/** One operator of a page's content, with the marked content it stands in. */
export interface Operation {
  readonly operator: string
  readonly operands: readonly string[]
  /** From the outermost: `Artifact`, or an MCID, or neither. */
  readonly inside: readonly ('artifact' | number | 'span')[]
}

const TOKEN = /<<|>>|<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\()])*\)|\[|\]|\/[^\s/<>[\]()]+|[^\s/<>[\]()]+/g
const IS_OPERATOR = /^[A-Za-z'"*]+\d?$/

/** What a page draws, operator by operator. Our pages hold no inline images. */
export function operationsOf(document: PDFDocument, page: PDFPage): Operation[] {
  const content = items(document, at(document, page.node, 'Contents'))
    .map((stream) => bytesOf(stream).toString('latin1'))
    .join('\n')
  const operations: Operation[] = []
  const inside: ('artifact' | number | 'span')[] = []
  let operands: string[] = []
  for (const [token] of content.matchAll(TOKEN)) {
    if (!IS_OPERATOR.test(token) || ['true', 'false', 'null'].includes(token)) {
      operands.push(token)
      continue
    }
    if (token === 'EMC') inside.pop()
    operations.push({ operator: token, operands, inside: [...inside] })
    if (token === 'BDC' || token === 'BMC') inside.push(meaningOf(operands))
    operands = []
  }
  return operations
}

function meaningOf(operands: readonly string[]): 'artifact' | number | 'span' {
  if (operands[0] === '/Artifact') return 'artifact'
  const at = operands.indexOf('/MCID')
  return at < 0 ? 'span' : Number(operands[at + 1])
}
