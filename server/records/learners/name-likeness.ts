import { foldText } from '../../kernel/fold-text.ts'

/**
 * How many letters must be changed, added, taken away or swapped with their neighbour to make one word of the other;
 * `Infinity` as soon as it is more than `most`.
 */
export function lettersApart(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) > most) return Infinity
  const last = distances(left, right, most)?.at(-1) ?? Infinity
  return last <= most ? last : Infinity
}

/**
 * How far `start` is from being the beginning of `word`, counted as {@link lettersApart}: somebody is still typing it.
 */
export function lettersFromStart(start: string, word: string, most: number): number {
  const least = Math.min(...(distances(start, word, most) ?? [Infinity]))
  return least <= most ? least : Infinity
}

/** The last row of the usual table (optimal string alignment): from `left` to each beginning of `right`. */
function distances(left: string, right: string, most: number): readonly number[] | undefined {
  const at = (row: readonly number[], column: number): number => row[column] ?? Infinity
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let line = 1; line <= left.length; line++) {
    const next = [line]
    for (let column = 1; column <= right.length; column++) {
      const changed = at(row, column - 1) + (left[line - 1] === right[column - 1] ? 0 : 1)
      const least = Math.min(at(row, column) + 1, at(next, column - 1) + 1, changed)
      const swapped = left[line - 1] === right[column - 2] && left[line - 2] === right[column - 1]
      next.push(swapped ? Math.min(least, at(before, column - 2) + 1) : least)
    }
    if (Math.min(...next) > most) return undefined
    before = row
    row = next
  }
  return row
}

/** Slips of the finger that a word of this length is forgiven: none in « Léa », whom « Léo » is not. */
export function slipsForgiven(word: string): number {
  if (word.length <= 3) return 0
  return word.length <= 7 ? 1 : 2
}

/**
 * Whether two folded words are written differently and said alike, as French writes it: Sophia and Sofia, Matthieu and
 * Mathieu, Benaly and Benali.
 */
export const soundAlike = (one: string, other: string): boolean => soundOf(one) === soundOf(other)

const soundOf = (word: string): string =>
  word
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/c?k|qu/g, 'k')
    .replace(/y/g, 'i')
    .replace(/(.)\1+/g, '$1')

/** A person's folded words: each of them, and each name written as one (« jeanpierre », « legoff »). */
export function wordsOfName(...names: readonly string[]): readonly string[] {
  const words = names.flatMap((name) => {
    const parts = splitFolded(name)
    return parts.length > 1 ? [...parts, parts.join('')] : parts
  })
  return [...new Set(words)]
}

/** Folded words of what somebody typed; a text of signs alone (an emoji is a name too) is one word. */
export function splitFolded(text: string): string[] {
  const folded = foldText(text)
  if (folded !== '') return folded.split(' ')
  const signs = text.normalize('NFC').trim()
  return signs === '' ? [] : [signs]
}

/** How unlike somebody's words are to what was typed; undefined when a typed word is none of theirs. */
export type Unlikeness = (words: readonly string[]) => number | undefined

/**
 * Measures names against what was typed: 0 when each typed word is one of the person's, more for beginnings of words and
 * for slips of the finger. The order of the words says nothing: lists write the family name first one week and last the
 * next. Thousands of people share a few hundred names: each word is compared once.
 */
export function unlikenessTo(typed: readonly string[]): Unlikeness {
  // « jean pierre » for somebody recorded as Jeanpierre
  const joined = typed
    .slice(1)
    .map((_, at) => [
      ...typed.slice(0, at),
      `${typed[at] ?? ''}${typed[at + 1] ?? ''}`,
      ...typed.slice(at + 2),
    ])
  const costs = new Map<string, Map<string, number>>()
  const costOf = (one: string, word: string): number => {
    const known = costs.get(one) ?? new Map<string, number>()
    const cost = known.get(word) ?? costOfWord(one, word)
    costs.set(one, known.set(word, cost))
    return cost
  }
  const total = (text: readonly string[], words: readonly string[]): number =>
    text.reduce((sum, one) => sum + Math.min(...words.map((word) => costOf(one, word))), 0)
  return (words) => {
    const asTyped = total(typed, words)
    const cost = asTyped === Infinity ? Math.min(...joined.map((text) => total(text, words))) : asTyped
    return cost === Infinity ? undefined : cost
  }
}

const BEGINNING = 1
const A_SLIP = 3
/** From here on a beginning with a slip in it says enough. */
const ENOUGH_LETTERS = 5

function costOfWord(typed: string, word: string): number {
  if (typed === word) return 0
  if (word.startsWith(typed)) return BEGINNING
  const apart = lettersApart(typed, word, slipsForgiven(typed))
  if (apart !== Infinity) return apart * A_SLIP
  if (soundAlike(typed, word)) return A_SLIP
  if (typed.length < ENOUGH_LETTERS) return Infinity
  return BEGINNING + lettersFromStart(typed, word, 1) * A_SLIP
}
