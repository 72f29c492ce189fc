import {
  chainsOf,
  eachPlace,
  placeBlocks,
  type Block,
  type PlacedBlock,
  type Region,
  type Room,
} from './place-blocks.ts'

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
  let best: (Division & { readonly setting: S; readonly turn: Block | undefined }) | undefined
  for (const spacing of spacings) {
    const setting = set(spacing)
    const room = { ...setting, chains: chainsOf(setting.blocks) }
    for (const turn of [undefined, ...setting.blocks.filter(({ opens }) => opens)]) {
      const division = divide(room, turn)
      if (turn === undefined && division.pages === 1) return chosen(setting)
      if (best === undefined || isBetter(division, best)) best = { ...division, setting, turn }
    }
  }
  if (!best) throw new Error('no spacing to set a passport with')
  return chosen(best.setting, best.turn)
}

const chosen = <S extends Setting>(setting: S, turnBefore?: Block): Chosen<S> => ({
  setting,
  pages: placeBlocks(setting.blocks, setting.first, setting.next, turnBefore),
})

/** How many pages, and how well they are filled. */
interface Division {
  readonly pages: number
  readonly balance: number
}

const isBetter = (one: Division, other: Division): boolean =>
  one.pages < other.pages || (one.pages === other.pages && one.balance > other.balance)

function divide(room: Room, turnBefore: Block | undefined): Division {
  // an empty first page, where nothing fits under the cover, counts as one
  const fills = [0]
  let cuts = 0
  eachPlace(room, turnBefore, (block, top, page, begins) => {
    const { top: start, bottom } = page === 0 ? room.first : room.next
    fills[page] = (top + block.height - start) / (bottom - start)
    if (begins && page > 0 && !block.opens) cuts++
  })
  return { pages: fills.length, balance: Math.min(...fills) - CUT * cuts }
}
