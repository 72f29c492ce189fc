/**
 * The part of the Unicode Bidirectional Algorithm (UAX #9) that a printed name or sentence needs: a left-to-right
 * paragraph with right-to-left words and numbers in it. Explicit embeddings and isolates are not interpreted.
 */

const RIGHT = /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const ARABIC_DIGIT = /^[\u0660-\u0669\u06dd]/
const DIGIT = /^[0-9\u06f0-\u06f9]/
const LETTER = /^\p{L}/u

type Direction = 'L' | 'R' | 'digit' | 'neutral'

function directionOf(cluster: string): Direction {
  if (ARABIC_DIGIT.test(cluster) || DIGIT.test(cluster)) return 'digit'
  if (RIGHT.test(cluster) && /^[\p{L}\p{M}]/u.test(cluster)) return 'R'
  return LETTER.test(cluster) ? 'L' : 'neutral'
}

/** The embedding level of each grapheme cluster: even runs left to right, odd runs right to left. */
export function bidiLevels(clusters: readonly string[]): number[] {
  const types = clusters.map(directionOf)
  if (!types.includes('R')) return types.map(() => 0)
  let strong: 'L' | 'R' = 'L'
  // W2–W7: a number belongs to the text before it
  const resolved = types.map((type): Direction => {
    if (type === 'L' || type === 'R') strong = type
    return type === 'digit' && strong === 'L' ? 'L' : type
  })
  return resolveNeutrals(resolved).map((type) => (type === 'L' ? 0 : type === 'R' ? 1 : 2))
}

/** N1, N2: what stands between two right-to-left words is right-to-left; everything else follows the paragraph. */
function resolveNeutrals(types: readonly Direction[]): Direction[] {
  const result = [...types]
  for (let start = 0; start < result.length; start++) {
    if (result[start] !== 'neutral') continue
    let end = start
    while (result[end] === 'neutral') end++
    const isRight = (type: Direction | undefined) => type === 'R' || type === 'digit'
    const inside = isRight(result[start - 1]) && isRight(result[end])
    result.fill(inside ? 'R' : 'L', start, end)
    start = end - 1
  }
  return result
}

/** L2: logical to visual order. From the highest level down to 1, each contiguous stretch is reversed. */
export function visualOrder<T extends { readonly level: number }>(items: readonly T[]): T[] {
  const order = [...items]
  const highest = order.reduce((level, item) => Math.max(level, item.level), 0)
  for (let level = highest; level >= 1; level--) {
    for (let start = 0; start < order.length; start++) {
      if ((order[start]?.level ?? 0) < level) continue
      let end = start
      while (end < order.length && (order[end]?.level ?? 0) >= level) end++
      order.splice(start, end - start, ...order.slice(start, end).reverse())
      start = end
    }
  }
  return order
}

const MIRRORED: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '<': '>',
  '>': '<',
}

/** L4: brackets turn round in right-to-left text. */
export const mirror = (cluster: string): string => MIRRORED[cluster] ?? cluster
