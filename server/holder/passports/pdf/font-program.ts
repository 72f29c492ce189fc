import { deflateSync } from 'node:zlib'
import { recentlyUsed } from './recently-used.ts'
import type { Typeface } from './typefaces.ts'
import { usualLetters } from './usual-letters.ts'

/** A font file with some of a face's glyphs, packed for a PDF. */
export interface FontProgram {
  readonly packed: Uint8Array
  /** Bytes before packing. */
  readonly length: number
  /** By glyph: its place in this file. */
  readonly places: ReadonlyMap<number, number>
  /** Six letters that differ between two different subsets of one font (ISO 32000-1, 9.6.4). */
  readonly tag: string
}

/** Files kept: those of the usual letters alone, and of some with letters more. */
const kept = recentlyUsed<FontProgram>(40)

/** The file of a face with its usual letters and these glyphs; which order they are asked for in changes nothing. */
export function fontProgram(face: Typeface, glyphs: readonly number[]): FontProgram {
  const usual = new Set(usualLetters(face).glyphs.map(({ id }) => id))
  const more = [...new Set(glyphs)].filter((id) => !usual.has(id)).sort((a, b) => a - b)
  return kept(`${face.name} ${more.join(' ')}`, () => makeProgram(face, [...usual, ...more]))
}

function makeProgram(face: Typeface, glyphs: readonly number[]): FontProgram {
  const subset = face.font.createSubset()
  const places = new Map(glyphs.map((id) => [id, subset.includeGlyph(id)]))
  const bytes = subset.encode()
  return { packed: deflateSync(bytes, { level: 9 }), length: bytes.length, places, tag: tagOf(glyphs) }
}

function tagOf(glyphs: readonly number[]): string {
  let seed = 7
  for (const id of glyphs) seed = (seed * 31 + id) % 308_915_776
  return Array.from({ length: 6 }, (_, place) =>
    String.fromCharCode(65 + (Math.floor(seed / 26 ** place) % 26)),
  ).join('')
}
