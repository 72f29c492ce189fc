import { mirror, visualOrder } from './bidi.ts'
import { chooseFaces, printable, type Cluster } from './clusters.ts'
import { recentlyUsed } from './recently-used.ts'
import { shape, type ShapedText, type Typeface, type Weight } from './typefaces.ts'
import { usualLine, type UsualLine } from './usual-line.ts'

export interface TextStyle {
  readonly weight: Weight
  /** Points. */
  readonly size: number
  /** Points from one baseline to the next. */
  readonly leading: number
  /** Extra space between letters, in points. */
  readonly tracking?: number
}

/** Letters of one face and one direction, or one character that no face has (`face` undefined). */
export interface Run {
  readonly text: string
  readonly level: number
  readonly face: Typeface | undefined
  readonly shaped: ShapedText
  /** Points. */
  readonly width: number
}

export interface Line {
  /** In visual order, left to right. */
  readonly runs: readonly Run[]
  readonly width: number
  readonly usual: UsualLine | undefined
}

export interface SetText {
  readonly style: TextStyle
  readonly lines: readonly Line[]
  /** Points, from the top of the first line to the bottom of the last. */
  readonly height: number
  /** Characters that no embedded face has. */
  readonly missing: readonly string[]
}

/** A stretch that may not be broken, and whether it is the space between two of them. */
interface Word {
  readonly runs: readonly Run[]
  readonly width: number
  readonly isSpace: boolean
}

/** Width of the box drawn in place of a character no face has, in em. */
const SUBSTITUTE_EM = 0.78

/**
 * Sets a text in lines no wider than `width` points. Line feeds of the source start new lines; a word wider than a
 * line is broken between characters, so that nothing is ever cut.
 */
export function setText(source: string, style: TextStyle, width = Infinity): SetText {
  const { lines, missing } = linesOf(source, style, width)
  return { style, lines, height: lines.length * style.leading, missing }
}

type SetLines = Pick<SetText, 'lines' | 'missing'>

/** A text as it was set once. */
interface Setting extends SetLines {
  readonly style: TextStyle
  readonly width: number
}

/** Settings kept of one text: a page tries a few. */
const SETTINGS_KEPT = 24
const kept = recentlyUsed<Setting[]>(3000)

/** A network prints the same sentences all day, and a page is tried in several spacings: what was set is kept. */
function linesOf(source: string, style: TextStyle, width: number): SetLines {
  const settings = kept(source, () => [])
  const known = settings.find((set) => set.width === width && sameLetters(set.style, style))
  if (known !== undefined) return known
  const made = { ...setLines(source, style, width), style, width }
  if (settings.length >= SETTINGS_KEPT) settings.length = 0
  settings.push(made)
  return made
}

const sameLetters = (one: TextStyle, other: TextStyle): boolean =>
  one.size === other.size && one.weight === other.weight && one.tracking === other.tracking

function setLines(source: string, style: TextStyle, width: number): SetLines {
  const lines: Line[] = []
  const missing = new Set<string>()
  for (const paragraph of source.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const clusters = chooseFaces(printable(paragraph), style.weight)
    for (const cluster of clusters) if (!cluster.face) missing.add(cluster.text)
    lines.push(...fillLines(splitWords(clusters, style, width), width))
  }
  return { lines, missing: [...missing] }
}

/** Width in points of a text set on one line. */
export function widthOf(source: string, style: TextStyle): number {
  return Math.max(0, ...setText(source, style).lines.map((line) => line.width))
}

function fillLines(words: readonly Word[], width: number): Line[] {
  const lines: Line[] = []
  let line: Word[] = []
  let used = 0
  const flush = () => {
    const end = line.findLastIndex((word) => !word.isSpace) + 1
    const visible = visualOrder(line.slice(0, end).flatMap((word) => word.runs))
    const width = visible.reduce((sum, run) => sum + run.width, 0)
    // the space a line ends with is drawn, for those who copy or listen, and counts for nothing
    const runs = [...visible, ...line.slice(end).flatMap((word) => word.runs)]
    lines.push({ runs, width, usual: usualLine(runs) })
    line = []
    used = 0
  }
  for (const word of words) {
    if (!word.isSpace && used + word.width > width + 0.01 && line.length > 0) flush()
    line.push(word)
    used += word.width
  }
  flush()
  return lines
}

function splitWords(clusters: readonly Cluster[], style: TextStyle, width: number): Word[] {
  const words: Word[] = []
  let start = 0
  for (let end = 1; end <= clusters.length; end++) {
    const last = clusters[end - 1]?.text ?? ''
    const next = clusters[end]?.text
    const canBreak =
      next === undefined || last === ' ' || next === ' ' || (/^[-–—/]$/.test(last) && next !== last)
    if (!canBreak) continue
    words.push(...breakable(clusters.slice(start, end), style, width))
    start = end
  }
  return words
}

/** One word, or several pieces of it when it is wider than a whole line. */
function breakable(clusters: readonly Cluster[], style: TextStyle, width: number): Word[] {
  const whole = makeWord(clusters, style)
  if (whole.width <= width || clusters.length < 2) return [whole]
  const pieces: Word[] = []
  let start = 0
  for (let end = 2; end <= clusters.length; end++) {
    if (makeWord(clusters.slice(start, end), style).width <= width) continue
    pieces.push(makeWord(clusters.slice(start, end - 1), style))
    start = end - 1
  }
  return [...pieces, makeWord(clusters.slice(start), style)]
}

function makeWord(clusters: readonly Cluster[], style: TextStyle): Word {
  const runs: Run[] = []
  let start = 0
  for (let end = 1; end <= clusters.length; end++) {
    const first = clusters[start]
    const next = clusters[end]
    if (!first || (next && first.face && next.face === first.face && next.level === first.level)) continue
    runs.push(makeRun(clusters.slice(start, end), style))
    start = end
  }
  return {
    runs,
    width: runs.reduce((sum, run) => sum + run.width, 0),
    isSpace: clusters.every((cluster) => cluster.text === ' '),
  }
}

function makeRun(clusters: readonly Cluster[], style: TextStyle): Run {
  const text = clusters.map((cluster) => cluster.text).join('')
  const level = clusters[0]?.level ?? 0
  const face = clusters[0]?.face
  if (!face)
    return { text, level, face, shaped: { glyphs: [], advance: 0 }, width: SUBSTITUTE_EM * style.size }
  const odd = level % 2 === 1
  const shaped = shape(face, odd ? clusters.map((cluster) => mirror(cluster.text)).join('') : text, odd)
  const width = (shaped.advance * style.size) / 1000 + shaped.glyphs.length * (style.tracking ?? 0)
  return { text, level, face, shaped, width }
}
