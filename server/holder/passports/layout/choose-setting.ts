import {
  chainsOf,
  eachPlace,
  placeBlocks,
  type Block,
  regionOf,
  type PlacedBlock,
  type Regions,
  type Room,
} from './place-blocks.ts'

/** One way of setting everything there is to say. */
export interface Setting {
  readonly blocks: readonly Block[]
  readonly regions: Regions
  /** How many pages are there to be filled: one, or the panels of a sheet. */
  readonly pages: number
  /** How many of the first pages should be filled evenly; all when nothing is said. */
  readonly even?: number
}

export interface Chosen<S extends Setting> {
  readonly setting: S
  readonly pages: PlacedBlock[][]
}

/** What cutting a section in two costs, measured against how full the emptiest page is (0 to 1). */
const CUT = 0.2

/**
 * Sets with each spacing in turn until all is on the pages there are; of several ways to do it, the most even one. What
 * needs more gets as few pages as possible, and of these the division whose emptiest page is the fullest: no page is
 * turned for a line or two. `set` gives the ways that are as generous as each other.
 */
export function chooseSetting<Spacing, S extends Setting>(
  spacings: readonly Spacing[],
  set: (spacing: Spacing) => readonly S[],
): Chosen<S> {
  let best: Attempt<S> | undefined
  for (const spacing of spacings) {
    const attempts = set(spacing).flatMap(attemptsOf)
    for (const attempt of attempts) if (best === undefined || isBetter(attempt, best)) best = attempt
    if (best && best.pages <= best.setting.pages) break
  }
  if (!best) throw new Error('no spacing to set a passport with')
  const { setting, turn } = best
  return { setting, pages: placeBlocks(setting.blocks, setting.regions, turn) }
}

/** How many pages, and how well they are filled. */
interface Division {
  readonly pages: number
  readonly balance: number
}

interface Attempt<S extends Setting> extends Division {
  readonly setting: S
  readonly turn: Block | undefined
}

function attemptsOf<S extends Setting>(setting: S): Attempt<S>[] {
  const room = { regions: setting.regions, chains: chainsOf(setting.blocks) }
  const straight = { ...divide(room, setting, undefined), setting, turn: undefined }
  if (straight.pages === 1) return [straight]
  const turns = setting.blocks.filter(({ opens }) => opens)
  return [straight, ...turns.map((turn) => ({ ...divide(room, setting, turn), setting, turn }))]
}

/** Pages that are there in any case cost nothing. */
const costOf = ({ pages, setting }: Attempt<Setting>): number => Math.max(pages, setting.pages)

const isBetter = (one: Attempt<Setting>, other: Attempt<Setting>): boolean =>
  costOf(one) < costOf(other) || (costOf(one) === costOf(other) && one.balance > other.balance)

function divide(room: Room, { even }: Setting, turnBefore: Block | undefined): Division {
  // an empty first page, where nothing fits under the cover, counts as one
  const fills = [0]
  let cuts = 0
  eachPlace(room, turnBefore, (block, top, page, begins) => {
    const { top: start, bottom } = regionOf(room.regions, page)
    while (fills.length <= page) fills.push(0)
    fills[page] = (top + block.height - start) / (bottom - start)
    if (begins && page > 0 && !block.opens) cuts++
  })
  return { pages: fills.length, balance: Math.min(...fills.slice(0, even)) - CUT * cuts }
}
