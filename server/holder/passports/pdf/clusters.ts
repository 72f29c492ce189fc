import { bidiLevels } from './bidi.ts'
import { faces, hasGlyph, typeface, type Typeface, type Weight } from './typefaces.ts'

/** What a reader sees as one character, with the face that can print it; `face` undefined: no face can. */
export interface Cluster {
  readonly text: string
  readonly level: number
  readonly face: Typeface | undefined
}

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' })
/** Latin letters and punctuation, none of which joins its neighbour: the usual text, told apart without the long way. */
const EACH_ALONE = /^[\u0020-\u007e\u00a0-\u017f\u2010-\u201e\u2022\u2026]*$/
/** Below this length a text is a name or a label: set in one face whenever one face has all its letters. */
const SHORT_TEXT = 60

/** Characters that are for machines (joiners, variation selectors, marks of direction) need no glyph of their own. */
const IGNORABLE = /^\p{Default_Ignorable_Code_Point}$/u

/**
 * One line of text without what cannot be printed: composed letters (NFC), spaces of every width as two kinds
 * (breaking and not), and no control characters.
 */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00a0\u202f\u2007]/g, '\u00a0')
    .replace(/\u2011/g, '-')
    .replace(/[\u00ad\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\s\p{Cc}\p{Zs}]/gu, (space) => (space === '\u00a0' ? space : ' '))
    .replace(/ +/g, ' ')
    .trim()
}

/** Splits a {@link printable} text into clusters and gives each a face, a whole word in one face where possible. */
export function chooseFaces(text: string, weight: Weight): Cluster[] {
  const clusters = EACH_ALONE.test(text)
    ? Array.from(text)
    : Array.from(graphemes.segment(text), ({ segment }) => segment)
  const levels = bidiLevels(clusters)
  const whole = clusters.length <= SHORT_TEXT ? commonFace(clusters, weight) : undefined
  const result: Cluster[] = []
  for (const [start, end] of words(clusters)) {
    const word = clusters.slice(start, end)
    const face = whole ?? commonFace(word, weight)
    word.forEach((cluster, index) => {
      const own = face && covers(face, cluster) ? face : faceFor(cluster, weight)
      result.push({ text: cluster, level: levels[start + index] ?? 0, face: own })
    })
  }
  return result
}

function* words(clusters: readonly string[]): Generator<readonly [number, number]> {
  let start = 0
  for (let index = 1; index <= clusters.length; index++) {
    const boundary = index === clusters.length || (clusters[index] === ' ') !== (clusters[index - 1] === ' ')
    if (!boundary) continue
    yield [start, index]
    start = index
  }
}

/** The first face that has every cluster some face has; undefined when the list needs two faces. */
function commonFace(clusters: readonly string[], weight: Weight): Typeface | undefined {
  const first = typeface(weight, 0)
  if (first && clusters.every((cluster) => covers(first, cluster))) return first
  const covered = clusters.filter((cluster) => faceFor(cluster, weight))
  if (covered.length === 0) return undefined
  return faces(weight).find((face) => covered.every((cluster) => covers(face, cluster)))
}

const faceFor = (cluster: string, weight: Weight): Typeface | undefined =>
  faces(weight).find((face) => covers(face, cluster))

function covers(face: Typeface, cluster: string): boolean {
  const points = Array.from(cluster)
  // an ignorable alone prints as nothing; beside a character it must not decide the face
  const needed = points.length === 1 ? points : points.filter((point) => !IGNORABLE.test(point))
  return needed.length > 0 && needed.every((point) => hasGlyph(face, point.codePointAt(0) ?? 0))
}
