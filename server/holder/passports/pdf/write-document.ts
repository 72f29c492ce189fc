import {
  AFRelationship,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFString,
  type PDFContext,
  type PDFRef,
} from 'pdf-lib'
import type { Locale } from '../../../kernel/locale.ts'
import { deflated, embedFonts, unicodeString, type FontShelf } from './font-shelf.ts'
import { num, PAGE_HEIGHT, PAGE_WIDTH, type Sheet, type StructureNode } from './sheet.ts'

export interface DocumentFacts {
  readonly title: string
  readonly locale: Locale
  readonly author?: string
  readonly subject: string
  /** The document's own date: two renderings of one content give the same bytes. */
  readonly date: Date
  readonly attachments?: readonly Attachment[]
}

export interface Attachment {
  readonly name: string
  readonly mediaType: string
  readonly description: string
  readonly bytes: Uint8Array
}

/** Writes drawn sheets, their structure and the attached files as one PDF. */
export async function writeDocument(
  sheets: readonly Sheet[],
  shelf: FontShelf,
  root: StructureNode,
  facts: DocumentFacts,
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const { context } = document
  describe(document, facts)
  const fonts = embedFonts(shelf, context)
  const pages = sheets.map((sheet, index) => addSheet(document, sheet, index, fonts))
  document.catalog.set(PDFName.of('StructTreeRoot'), writeStructure(context, sheets, pages, root))
  document.catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
  for (const attachment of facts.attachments ?? [])
    await document.attach(attachment.bytes, attachment.name, {
      mimeType: attachment.mediaType,
      description: attachment.description,
      creationDate: facts.date,
      modificationDate: facts.date,
      afRelationship: AFRelationship.Source,
    })
  return document.save({ useObjectStreams: true, addDefaultPage: false })
}

function describe(document: PDFDocument, facts: DocumentFacts): void {
  document.setTitle(facts.title, { showInWindowTitleBar: true })
  document.setSubject(facts.subject)
  if (facts.author) document.setAuthor(facts.author)
  document.setLanguage(facts.locale === 'fr' ? 'fr-FR' : 'en-GB')
  document.setCreator('Passerelle')
  document.setProducer('Passerelle')
  document.setCreationDate(facts.date)
  document.setModificationDate(facts.date)
}

function addSheet(document: PDFDocument, sheet: Sheet, index: number, fonts: PDFRef): PDFRef {
  const { context } = document
  const page = document.addPage([PAGE_WIDTH, PAGE_HEIGHT])
  page.node.set(PDFName.of('Resources'), context.obj({ Font: fonts }))
  page.node.set(PDFName.of('Contents'), deflated(context, Buffer.from(sheet.operators.join('\n'), 'latin1')))
  page.node.set(PDFName.of('StructParents'), PDFNumber.of(index))
  // S: the tab order is the structure's
  page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
  for (const { box, url } of sheet.links) {
    const [x, top, width, height] = box
    page.node.addAnnot(
      context.register(
        context.obj({
          Type: 'Annot',
          Subtype: 'Link',
          Rect: [x, PAGE_HEIGHT - top - height, x + width, PAGE_HEIGHT - top].map((value) =>
            Number(num(value)),
          ),
          Border: [0, 0, 0],
          F: 4,
          Contents: unicodeString(url),
          A: { S: 'URI', URI: unicodeAscii(url) },
        }),
      ),
    )
  }
  return page.ref
}

/** A URI is 7-bit ASCII in PDF (ISO 32000-1, 12.6.4.7). */
function unicodeAscii(url: string) {
  return PDFString.of(new URL(url).href)
}

/** The structure tree and its way back from marked content (ISO 32000-1, 14.7). */
function writeStructure(
  context: PDFContext,
  sheets: readonly Sheet[],
  pages: readonly PDFRef[],
  root: StructureNode,
): PDFRef {
  const treeRef = context.nextRef()
  const refs = new Map<StructureNode, PDFRef>()
  const write = (structure: StructureNode, parent: PDFRef): PDFRef => {
    const ref = context.nextRef()
    refs.set(structure, ref)
    const element = context.obj({ Type: 'StructElem', S: structure.role, P: parent })
    if (structure.alt !== undefined) element.set(PDFName.of('Alt'), unicodeString(structure.alt))
    const kids = structure.kids.map((kid) => {
      if ('role' in kid) return write(kid, ref)
      const page = pages[sheets.indexOf(kid.sheet)]
      return page ? context.obj({ Type: 'MCR', Pg: page, MCID: kid.mark }) : PDFNumber.of(kid.mark)
    })
    element.set(PDFName.of('K'), context.obj(kids))
    context.assign(ref, element)
    return ref
  }
  const rootRef = write(root, treeRef)
  const numbers = sheets.flatMap((sheet, index) => [
    PDFNumber.of(index),
    context.register(context.obj(sheet.owners.flatMap((owner) => refs.get(owner) ?? []))),
  ])
  context.assign(
    treeRef,
    context.obj({
      Type: 'StructTreeRoot',
      K: [rootRef],
      ParentTree: context.register(context.obj({ Nums: context.obj(numbers) })),
      ParentTreeNextKey: sheets.length,
    }),
  )
  return treeRef
}
