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
  let region = first
  let y = first.top
  for (const chain of chains(blocks)) {
    const page = pages.at(-1)
    const height = chainHeight(chain, page?.length === 0)
    const full = y + height > region.bottom && (page?.length !== 0 || region === first)
    if (full || (chain[0] === turnBefore && page?.length !== 0)) {
      pages.push([])
      region = next
      y = next.top
    }
    for (const block of chain) {
      const current = pages.at(-1) ?? []
      if (current.length > 0) y += block.gap ?? 0
      current.push({ block, top: y })
      y += block.height
    }
  }
  return pages
}

/** Blocks that must stay together with the one after them. */
function chains(blocks: readonly Block[]): Block[][] {
  const result: Block[][] = []
  let open: Block[] = []
  for (const block of blocks) {
    open.push(block)
    if (block.keepWithNext) continue
    result.push(open)
    open = []
  }
  return open.length > 0 ? [...result, open] : result
}

const chainHeight = (chain: readonly Block[], atTop: boolean): number =>
  chain.reduce((sum, block, index) => sum + block.height + (atTop && index === 0 ? 0 : (block.gap ?? 0)), 0)
