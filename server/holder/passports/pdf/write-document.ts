import { setImmediate as immediately } from 'node:timers/promises'
import { describeInXmp, languageTag, type DocumentFacts } from './describe-document.ts'
import { embedFonts } from './embed-fonts.ts'
import type { FontShelf } from './font-shelf.ts'
import {
  addObject,
  addPacked,
  addPlain,
  addStream,
  createPdfFile,
  finishFile,
  packNow,
  reserveObject,
  setObject,
  textString,
  to,
  type Pack,
  type PdfFile,
  type Ref,
} from './pdf-file.ts'
import { num, PAGE_HEIGHT, PAGE_WIDTH, type LinkedPlace, type Sheet, type StructureNode } from './sheet.ts'
import { srgbProfile } from './srgb-profile.ts'
import { linksIn, writeStructure } from './write-structure.ts'

export interface Attachment {
  readonly name: string
  readonly mediaType: string
  readonly description: string
  readonly bytes: Uint8Array
}

/** What is written: a document's facts, and the files that travel inside. */
export interface WholeDocument extends DocumentFacts {
  readonly attachments?: readonly Attachment[]
}

/**
 * Writes drawn sheets, their structure and the attached files as one PDF (ISO 32000-1), to be kept (PDF/A-3a) and to be
 * read aloud (PDF/UA-1).
 */
export async function writeDocument(
  sheets: readonly Sheet[],
  shelf: FontShelf,
  root: StructureNode,
  facts: WholeDocument,
  pack: Pack = packNow,
): Promise<Uint8Array> {
  const file = createPdfFile(pack)
  const catalog = reserveObject(file)
  const info = addObject(file, describe(facts))
  const tree = reserveObject(file)
  const fonts = embedFonts(file, shelf)
  const links = new Map(
    linksIn(root).map((link, index) => [link, addLink(file, link, sheets.length + index)]),
  )
  const onSheet = Map.groupBy(links, ([link]) => link.sheet)
  const pages: { readonly sheet: Sheet; readonly ref: Ref }[] = []
  for (const [index, sheet] of sheets.entries()) {
    const annotations = (onSheet.get(sheet) ?? []).map(([, ref]) => to(ref))
    pages.push({ sheet, ref: addSheet(file, sheet, { index, tree, fonts, annotations }) })
    await breathe(index)
  }
  const kids = pages.map(({ ref }) => to(ref)).join(' ')
  setObject(file, tree, `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`)
  const structure = writeStructure(file, { pages, links }, root)
  const metadata = addPlain(file, describeInXmp(facts), '/Type/Metadata/Subtype/XML')
  setObject(
    file,
    catalog,
    `<</Type/Catalog/Pages ${to(tree)}/Lang(${languageTag(facts.locale)})/MarkInfo<</Marked true>>` +
      `/StructTreeRoot ${to(structure)}/Metadata ${to(metadata)}/OutputIntents[${to(colours(file))}]` +
      `/ViewerPreferences<</DisplayDocTitle true>>${await attach(file, facts)}>>`,
  )
  return finishFile(file, catalog, info)
}

/** Sheets and files after which others have their turn: a document of one person has fewer. */
const BETWEEN_BREATHS = 40

async function breathe(index: number): Promise<void> {
  if ((index + 1) % BETWEEN_BREATHS === 0) await immediately()
}

const profile = packNow(srgbProfile())

/** What the pages' colours mean (14.11.5). */
function colours(file: PdfFile): Ref {
  const intent = to(addPacked(file, profile, '/N 3'))
  return addObject(
    file,
    '<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)' +
      `/DestOutputProfile ${intent}>>`,
  )
}

function describe({ title, subject, author, date }: DocumentFacts): string {
  const by = author ? `/Author${textString(author)}` : ''
  const day = pdfDate(date)
  return (
    `<</Title${textString(title)}/Subject${textString(subject)}${by}` +
    `/Creator(Passerelle)/Producer(Passerelle)/CreationDate${day}/ModDate${day}>>`
  )
}

/** ISO 32000-1, 7.9.4. */
const pdfDate = (date: Date): string => `(D:${date.toISOString().slice(0, 19).replace(/\D/g, '')}Z)`

/** An annotation that opens an address; `number` leads back to its place in the structure. */
function addLink(file: PdfFile, { box, url, says }: LinkedPlace, number: number): Ref {
  // a URI is 7-bit ASCII in PDF (12.6.4.7), which is how URL writes it
  const action = `<</S/URI/URI${textString(new URL(url).href)}>>`
  return addObject(
    file,
    `<</Type/Annot/Subtype/Link/Rect[${box.map(num).join(' ')}]/Border[0 0 0]/F 4/StructParent ${number}` +
      `/Contents${textString(says)}/A${action}>>`,
  )
}

function addSheet(
  file: PdfFile,
  sheet: Sheet,
  { index, tree, fonts, annotations }: { index: number; tree: Ref; fonts: Ref; annotations: string[] },
): Ref {
  const content = addStream(file, sheet.operators.join('\n'))
  const links = annotations.length === 0 ? '' : `/Annots[${annotations.join(' ')}]`
  return addObject(
    file,
    // Tabs S: the tab order is the structure's
    `<</Type/Page/Parent ${to(tree)}/MediaBox[0 0 ${PAGE_WIDTH} ${PAGE_HEIGHT}]/Resources<</Font ${to(fonts)}>>` +
      `/Contents ${to(content)}/StructParents ${index}/Tabs/S${links}>>`,
  )
}

/** Embeds the attached files (7.11.4); the result is what the catalogue says of them. */
async function attach(file: PdfFile, { attachments = [], date }: WholeDocument): Promise<string> {
  if (attachments.length === 0) return ''
  const day = pdfDate(date)
  const specifications: { readonly name: string; readonly named: string; readonly reference: Ref }[] = []
  for (const [index, { name, mediaType, description, bytes }] of attachments.entries()) {
    const embedded = addStream(
      file,
      bytes,
      `/Type/EmbeddedFile/Subtype/${mediaType.replace('/', '#2F')}` +
        `/Params<</Size ${bytes.length}/CreationDate${day}/ModDate${day}>>`,
    )
    const named = textString(name)
    const reference = addObject(
      file,
      `<</Type/Filespec/F${named}/UF${named}/Desc${textString(description)}/AFRelationship/Source` +
        `/EF<</F ${to(embedded)}/UF ${to(embedded)}>>>>`,
    )
    specifications.push({ name, named, reference })
    await breathe(index)
  }
  // a name tree is in the order of its names (7.9.6)
  const inOrder = specifications.toSorted((one, other) => (one.name < other.name ? -1 : 1))
  const names = inOrder.map(({ named, reference }) => `${named} ${to(reference)}`).join(' ')
  const associated = specifications.map(({ reference }) => to(reference)).join(' ')
  return `/Names<</EmbeddedFiles<</Names[${names}]>>>>/AF[${associated}]`
}
