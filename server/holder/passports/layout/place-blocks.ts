import type { Sheet } from '../pdf/sheet.ts'

/** A piece of a page that may not be divided. Heights and gaps are in points. */
export interface Block {
  readonly height: number
  /** Space above, dropped at the top of a page. */
  readonly gap?: number
  /** Must not be the last of its page: headings, first lines. */
  readonly keepWithNext?: boolean
  /** Begins something of its own: a page may end before it without cutting anything in two. */
  readonly opens?: boolean
  draw(sheet: Sheet, top: number): void
}

export interface Region {
  readonly top: number
  readonly bottom: number
}

export interface PlacedBlock {
  readonly block: Block
  readonly top: number
}

/** Blocks that must stay together with the one after them. */
export type Chain = readonly Block[]

/**
 * Puts blocks on pages, top to bottom. `first` is what the cover leaves free, `next` the room of every other page.
 * There is always a first page, even when nothing fits on it. `turnBefore` begins a page although there is room left.
 */
export function placeBlocks(
  blocks: readonly Block[],
  first: Region,
  next: Region,
  turnBefore?: Block,
): PlacedBlock[][] {
  const pages: PlacedBlock[][] = [[]]
  eachPlace({ chains: chainsOf(blocks), first, next }, turnBefore, (block, top, page) => {
    const onPage = pages[page] ?? []
    onPage.push({ block, top })
    pages[page] = onPage
  })
  return pages
}

export interface Room {
  readonly chains: readonly Chain[]
  readonly first: Region
  readonly next: Region
}

/** Tells where each block goes, pages counted from 0; the places are not kept, so that many ways can be tried. */
export function eachPlace(
  { chains, first, next }: Room,
  turnBefore: Block | undefined,
  put: (block: Block, top: number, page: number, begins: boolean) => void,
): void {
  let page = 0
  let region = first
  let y = first.top
  let empty = true
  for (const chain of chains) {
    const full = y + chainHeight(chain, empty) > region.bottom && (!empty || region === first)
    if (full || (turnBefore !== undefined && chain[0] === turnBefore && !empty)) {
      page++
      region = next
      y = next.top
      empty = true
    }
    for (const block of chain) {
      if (!empty) y += block.gap ?? 0
      put(block, y, page, empty)
      y += block.height
      empty = false
    }
  }
}

export function chainsOf(blocks: readonly Block[]): Chain[] {
  const result: Chain[] = []
  let open: Block[] = []
  for (const block of blocks) {
    open.push(block)
    if (block.keepWithNext) continue
    result.push(open)
    open = []
  }
  return open.length > 0 ? [...result, open] : result
}

function chainHeight(chain: Chain, atTop: boolean): number {
  let height = 0
  for (const block of chain) height += block.height + (atTop && block === chain[0] ? 0 : (block.gap ?? 0))
  return height
}
