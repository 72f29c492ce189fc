import type { Locale } from '../../../kernel/locale.ts'
import { embedFonts } from './embed-fonts.ts'
import type { FontShelf } from './font-shelf.ts'
import {
  addObject,
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
import { num, PAGE_HEIGHT, PAGE_WIDTH, type Sheet, type StructureNode } from './sheet.ts'
import { writeStructure } from './write-structure.ts'

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

/** Writes drawn sheets, their structure and the attached files as one PDF (ISO 32000-1). */
export function writeDocument(
  sheets: readonly Sheet[],
  shelf: FontShelf,
  root: StructureNode,
  facts: DocumentFacts,
  pack: Pack = packNow,
): Promise<Uint8Array> {
  const file = createPdfFile(pack)
  const catalog = reserveObject(file)
  const info = addObject(file, describe(facts))
  const tree = reserveObject(file)
  const fonts = embedFonts(file, shelf)
  const pages = sheets.map((sheet, index) => ({ sheet, ref: addSheet(file, sheet, { index, tree, fonts }) }))
  const kids = pages.map(({ ref }) => to(ref)).join(' ')
  setObject(file, tree, `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`)
  const structure = writeStructure(file, pages, root)
  const language = facts.locale === 'fr' ? 'fr-FR' : 'en-GB'
  setObject(
    file,
    catalog,
    `<</Type/Catalog/Pages ${to(tree)}/Lang(${language})/MarkInfo<</Marked true>>/StructTreeRoot ${to(structure)}` +
      `/ViewerPreferences<</DisplayDocTitle true>>${attach(file, facts)}>>`,
  )
  return finishFile(file, catalog, info)
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

function addSheet(
  file: PdfFile,
  sheet: Sheet,
  { index, tree, fonts }: { index: number; tree: Ref; fonts: Ref },
): Ref {
  const content = addStream(file, sheet.operators.join('\n'))
  const links = sheet.links.map(({ box, url }) => {
    const [x, top, width, height] = box
    const rect = [x, PAGE_HEIGHT - top - height, x + width, PAGE_HEIGHT - top].map(num).join(' ')
    // a URI is 7-bit ASCII in PDF (12.6.4.7), which is how URL writes it
    const action = `<</S/URI/URI${textString(new URL(url).href)}>>`
    return to(
      addObject(
        file,
        `<</Type/Annot/Subtype/Link/Rect[${rect}]/Border[0 0 0]/F 4/Contents${textString(url)}/A${action}>>`,
      ),
    )
  })
  const annotations = links.length === 0 ? '' : `/Annots[${links.join(' ')}]`
  return addObject(
    file,
    // Tabs S: the tab order is the structure's
    `<</Type/Page/Parent ${to(tree)}/MediaBox[0 0 ${PAGE_WIDTH} ${PAGE_HEIGHT}]/Resources<</Font ${to(fonts)}>>` +
      `/Contents ${to(content)}/StructParents ${index}/Tabs/S${annotations}>>`,
  )
}

/** Embeds the attached files (7.11.4); the result is what the catalogue says of them. */
function attach(file: PdfFile, { attachments = [], date }: DocumentFacts): string {
  if (attachments.length === 0) return ''
  const day = pdfDate(date)
  const specifications = attachments.map(({ name, mediaType, description, bytes }) => {
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
    return { name, named, reference }
  })
  // a name tree is in the order of its names (7.9.6)
  const inOrder = specifications.toSorted((one, other) => (one.name < other.name ? -1 : 1))
  const names = inOrder.map(({ named, reference }) => `${named} ${to(reference)}`).join(' ')
  const associated = specifications.map(({ reference }) => to(reference)).join(' ')
  return `/Names<</EmbeddedFiles<</Names[${names}]>>>>/AF[${associated}]`
}
