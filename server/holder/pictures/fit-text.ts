import { setText, widthOf, type SetText, type TextStyle } from '../passports/index.ts'

/** Where a text has to fit, and how it is set there. */
export interface Room {
  readonly width: number
  readonly height: number
  readonly weight: TextStyle['weight']
  /** The size it has when there is room enough. */
  readonly size: number
  /** From one baseline to the next, as a part of the size. */
  readonly lead?: number
  /** Space between letters, as a part of the size. */
  readonly tracking?: number
}

/** Below this part of the wanted size a word that is wider than a line is broken rather than made smaller still. */
const LEAST_WHOLE = 0.45
const STEP = 0.95
/** Nothing is this small, whatever is written: it ends the search. */
const LEAST_SIZE = 2

/** Sets a text as large as its room allows, in as many lines as it needs: nothing of it is ever cut. */
export function fitText(source: string, room: Room): SetText {
  const widest = source.split(/[\s/–—-]+/)
  for (let size = room.size; ; size *= STEP) {
    const style = styleOf(room, size)
    const mayBreak = size < room.size * LEAST_WHOLE
    const set = setText(source, style, room.width)
    const fits = set.height <= room.height + 0.01
    const whole = mayBreak || widest.every((word) => widthOf(word, style) <= room.width)
    if ((fits && whole) || size < LEAST_SIZE) return set
  }
}

const styleOf = ({ weight, lead = 1.15, tracking }: Room, size: number): TextStyle => ({
  weight,
  size,
  leading: size * lead,
  ...(tracking === undefined ? {} : { tracking: size * tracking }),
})
