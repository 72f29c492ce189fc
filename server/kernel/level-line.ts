/** A row of a paper grid, typed as one line: « 3 4 2 p 3 ». Read alike by the server and by the page while one types. */

/** What stands for « pas encore », in the words of each language. */
const NOT_YET_MARKS: readonly string[] = ['p', 'n']
const NOTHING_MARKS: readonly string[] = ['-', '–', '—', '0', '.']

export interface LineColumn {
  /** Level codes from the first to the highest: `1`…`4`, or `A1`…`C2`. */
  readonly levels: readonly string[]
}

/** One mark: a level's code, `not-yet`, or empty for nothing. */
export type LineMark =
  | { readonly level: string }
  /** Not a level of its column. */
  | { readonly wrong: string }

export interface ReadLine {
  /** In the columns’ order; fewer or more than there are columns when the line is. */
  readonly marks: readonly LineMark[]
}

/**
 * Reads a line of marks: levels, `p` for « pas encore », `-` for nothing. A level of a language is its code or its rank
 * (`B1` or `3`). Spaces and commas part the marks, and may be left out where each is one sign: `342p3`.
 */
export function readLevelLine(line: string, columns: readonly LineColumn[]): ReadLine {
  const words = line
    .trim()
    .split(/[\s,;/]+/)
    .filter((word) => word !== '')
  const marks = words.length === 1 && columns.length > 1 ? packed(words[0] ?? '') : words
  return { marks: marks.map((mark, index) => readMark(mark, columns[index])) }
}

/** What {@link readLevelLine} reads back to the same: codes, `p` and `-`. */
export function writeLevelLine(levels: readonly string[]): string {
  return levels.map((level) => (level === '' ? '-' : level === 'not-yet' ? 'p' : level)).join(' ')
}

/** « 342p3 » or « 3 4 B1 » glued together: a letter from A to C takes the digit that follows it. */
const packed = (word: string): string[] => word.match(/[a-c][1-6]|./giu) ?? []

function readMark(mark: string, column: LineColumn | undefined): LineMark {
  const text = mark.toLowerCase()
  if (NOTHING_MARKS.includes(text)) return { level: '' }
  if (NOT_YET_MARKS.includes(text)) return { level: 'not-yet' }
  const levels = column?.levels ?? []
  const named = levels.find((code) => code.toLowerCase() === text)
  const ranked = /^[1-6]$/.test(text) ? levels[Number(text) - 1] : undefined
  const level = named ?? ranked
  return level === undefined ? { wrong: mark } : { level }
}
