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
  /** Stands on this page at the earliest, counted from 0. */
  readonly notBefore?: number
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

/** The room of each page: of the first ones, of which some have less, then of every other. */
export interface Regions {
  readonly first: readonly Region[]
  readonly next: Region
}

/**
 * Puts blocks on pages, top to bottom. There is always a first page, even when nothing fits on it; a page on which
 * nothing fits stays empty. `turnBefore` begins a page although there is room left.
 */
export function placeBlocks(blocks: readonly Block[], regions: Regions, turnBefore?: Block): PlacedBlock[][] {
  const pages: PlacedBlock[][] = [[]]
  eachPlace({ chains: chainsOf(blocks), regions }, turnBefore, (block, top, page) => {
    while (pages.length <= page) pages.push([])
    pages[page]?.push({ block, top })
  })
  return pages
}

export interface Room {
  readonly chains: readonly Chain[]
  readonly regions: Regions
}

export const regionOf = ({ first, next }: Regions, page: number): Region => first[page] ?? next

/** Tells where each block goes, pages counted from 0; the places are not kept, so that many ways can be tried. */
export function eachPlace(
  { chains, regions }: Room,
  turnBefore: Block | undefined,
  put: (block: Block, top: number, page: number, begins: boolean) => void,
): void {
  let page = 0
  let y = regionOf(regions, page).top
  let empty = true
  const turn = () => {
    page++
    y = regionOf(regions, page).top
    empty = true
  }
  for (const chain of chains) {
    if (turnBefore !== undefined && chain[0] === turnBefore && !empty) turn()
    while (page < (chain[0]?.notBefore ?? 0)) turn()
    // a page of which no other has more room takes what fits on none
    while (
      y + chainHeight(chain, empty) > regionOf(regions, page).bottom &&
      (!empty || page < regions.first.length)
    )
      turn()
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
