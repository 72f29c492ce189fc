import { placeBlocks, type Block, type PlacedBlock, type Region } from './place-blocks.ts'

/** One way of setting everything there is to say. */
export interface Setting {
  readonly blocks: readonly Block[]
  /** What the cover leaves free, and the room of every other page. */
  readonly first: Region
  readonly next: Region
}

export interface Chosen<S extends Setting> {
  readonly setting: S
  readonly pages: PlacedBlock[][]
}

/** What cutting a section in two costs, measured against how full the emptiest page is (0 to 1). */
const CUT = 0.2

/**
 * Sets with each spacing in turn until all is on one page. What needs more gets as few pages as possible, and of these
 * the division whose emptiest page is the fullest: no page is turned for a line or two.
 */
export function chooseSetting<Spacing, S extends Setting>(
  spacings: readonly Spacing[],
  set: (spacing: Spacing) => S,
): Chosen<S> {
  const chosen: Chosen<S>[] = []
  for (const spacing of spacings) {
    const setting = set(spacing)
    const pages = place(setting)
    if (pages.length === 1) return { setting, pages }
    const turns = setting.blocks.filter(({ opens }) => opens).map((block) => place(setting, block))
    chosen.push(...[pages, ...turns].map((pages) => ({ setting, pages })))
  }
  const [best] = chosen.sort(
    (a, b) => a.pages.length - b.pages.length || balance(b.setting, b.pages) - balance(a.setting, a.pages),
  )
  if (!best) throw new Error('no spacing to set a passport with')
  return best
}

const place = ({ blocks, first, next }: Setting, turnBefore?: Block): PlacedBlock[][] =>
  placeBlocks(blocks, first, next, turnBefore)

function balance({ first, next }: Setting, pages: readonly PlacedBlock[][]): number {
  const fills = pages.map((page, index) => {
    const { top, bottom } = index === 0 ? first : next
    const last = page.at(-1)
    return last ? (last.top + last.block.height - top) / (bottom - top) : 0
  })
  const cuts = pages.filter(([begin], index) => index > 0 && !begin?.block.opens).length
  return Math.min(...fills) - CUT * cuts
}
