import { languageTag } from './describe-document.ts'
import { addObject, reserveObject, setObject, textString, to, type PdfFile, type Ref } from './pdf-file.ts'
import { num, type LinkedPlace, type Sheet, type StructureNode } from './sheet.ts'

/** A page as it was drawn, and as it is written. */
export interface WrittenPage {
  readonly sheet: Sheet
  readonly ref: Ref
}

/** The places of a document's pages that open an address, in reading order. */
export function linksIn(node: StructureNode): LinkedPlace[] {
  return node.kids.flatMap((kid) => ('role' in kid ? linksIn(kid) : 'url' in kid ? [kid] : []))
}

/** Where a document's structure leads: its pages and its links, each link with its annotation. */
export interface Written {
  readonly pages: readonly WrittenPage[]
  readonly links: ReadonlyMap<LinkedPlace, Ref>
}

/** Writes the structure tree and its way back from marked content and annotations (ISO 32000-1, 14.7). */
export function writeStructure(file: PdfFile, { pages, links }: Written, root: StructureNode): Ref {
  const tree = reserveObject(file)
  const refs = new Map<StructureNode, Ref>()
  const ownerOf = new Map<LinkedPlace, Ref>()
  const pageOf = new Map(pages.map(({ sheet, ref }) => [sheet, ref]))
  const write = (node: StructureNode, parent: Ref): Ref => {
    const ref = reserveObject(file)
    refs.set(node, ref)
    const page = firstPage(node, pageOf)
    const kids = node.kids.map((kid) => {
      if ('role' in kid) return to(write(kid, ref))
      const own = pageOf.get(kid.sheet) ?? page
      const where = own === page || own === undefined ? '' : `/Pg ${to(own)}`
      if ('url' in kid) {
        ownerOf.set(kid, ref)
        return `<</Type/OBJR${where}/Obj ${to(links.get(kid) ?? ref)}>>`
      }
      return where === '' ? String(kid.mark) : `<</Type/MCR${where}/MCID ${kid.mark}>>`
    })
    const where = page === undefined ? '' : `/Pg ${to(page)}`
    const said = attributesOf(node)
    setObject(
      file,
      ref,
      `<</Type/StructElem/S/${node.role}/P ${to(parent)}${where}${said}/K[${kids.join(' ')}]>>`,
    )
    return ref
  }
  const document = write(root, tree)
  const ownersOf = (sheet: Sheet) => sheet.owners.map((owner) => to(refs.get(owner) ?? document)).join(' ')
  // an annotation's number follows those of the pages
  const numbers = [
    ...pages.map(({ sheet }) => to(addObject(file, `[${ownersOf(sheet)}]`))),
    ...[...links.keys()].map((link) => to(ownerOf.get(link) ?? document)),
  ]
  const parents = addObject(
    file,
    `<</Nums[${numbers.map((owner, index) => `${index} ${owner}`).join(' ')}]>>`,
  )
  setObject(
    file,
    tree,
    `<</Type/StructTreeRoot/K[${to(document)}]/ParentTree ${to(parents)}/ParentTreeNextKey ${numbers.length}>>`,
  )
  return tree
}

/** What a figure shows, the language of what is in another than the document, where a figure stands. */
function attributesOf({ alt, language, box }: StructureNode): string {
  const says = alt === undefined ? '' : `/Alt${textString(alt)}`
  const speaks = language === undefined ? '' : `/Lang(${languageTag(language)})`
  const stands = box === undefined ? '' : `/A<</O/Layout/Placement/Block/BBox[${box.map(num).join(' ')}]>>`
  return says + speaks + stands
}

/** The page of a node's first mark: its other marks name theirs only where it differs. */
function firstPage(node: StructureNode, pageOf: ReadonlyMap<Sheet, Ref>): Ref | undefined {
  for (const kid of node.kids) if (!('role' in kid)) return pageOf.get(kid.sheet)
  return undefined
}
