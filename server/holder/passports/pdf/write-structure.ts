import { addObject, reserveObject, setObject, textString, to, type PdfFile, type Ref } from './pdf-file.ts'
import type { Sheet, StructureNode } from './sheet.ts'

/** A page as it was drawn, and as it is written. */
export interface WrittenPage {
  readonly sheet: Sheet
  readonly ref: Ref
}

/** Writes the structure tree and its way back from marked content (ISO 32000-1, 14.7). */
export function writeStructure(file: PdfFile, pages: readonly WrittenPage[], root: StructureNode): Ref {
  const tree = reserveObject(file)
  const refs = new Map<StructureNode, Ref>()
  const pageOf = new Map(pages.map(({ sheet, ref }) => [sheet, ref]))
  const write = (node: StructureNode, parent: Ref): Ref => {
    const ref = reserveObject(file)
    refs.set(node, ref)
    const page = firstPage(node, pageOf)
    const kids = node.kids.map((kid) => {
      if ('role' in kid) return to(write(kid, ref))
      const own = pageOf.get(kid.sheet) ?? page
      return own === page || own === undefined
        ? String(kid.mark)
        : `<</Type/MCR/Pg ${to(own)}/MCID ${kid.mark}>>`
    })
    const alt = node.alt === undefined ? '' : `/Alt${textString(node.alt)}`
    const where = page === undefined ? '' : `/Pg ${to(page)}`
    setObject(
      file,
      ref,
      `<</Type/StructElem/S/${node.role}/P ${to(parent)}${where}${alt}/K[${kids.join(' ')}]>>`,
    )
    return ref
  }
  const document = write(root, tree)
  const numbers = pages.map(({ sheet }, index) => {
    const owners = sheet.owners.map((owner) => to(refs.get(owner) ?? document))
    return `${index} ${to(addObject(file, `[${owners.join(' ')}]`))}`
  })
  const parents = addObject(file, `<</Nums[${numbers.join(' ')}]>>`)
  setObject(
    file,
    tree,
    `<</Type/StructTreeRoot/K[${to(document)}]/ParentTree ${to(parents)}/ParentTreeNextKey ${pages.length}>>`,
  )
  return tree
}

/** The page of a node's first mark: its other marks name theirs only where it differs. */
function firstPage(node: StructureNode, pageOf: ReadonlyMap<Sheet, Ref>): Ref | undefined {
  for (const kid of node.kids) if (!('role' in kid)) return pageOf.get(kid.sheet)
  return undefined
}
