import type { Comparison, Sample } from './measure.ts'

/** One line of the table. */
export interface Line extends Comparison {
  /** `issue`, `issue-1000`…: the row's name, and what is measured of it when that is more than one thing. */
  readonly row: string
  readonly what: string
  readonly beside: string
  readonly unit: 'ms' | 'requests/s' | 'MB' | 'bytes' | 'KB'
  /** How many times better, or with `at-most` how many times as much, ours is. */
  readonly ratio: number
  readonly bound: 'at-least' | 'at-most'
  readonly floor: number | null
  readonly goal: number | null
}

/** A row measures itself and gives its lines, the one that bears its name first. */
export interface Row {
  readonly name: string
  run(): Promise<Line[]>
}

type Words = Pick<Line, 'row' | 'what' | 'beside' | 'floor' | 'goal'>

/** Times: the base's over ours, so that more is better. */
export function faster(words: Words, { ours, base }: Comparison): Line {
  return { ...words, ours, base, unit: 'ms', ratio: base.median / ours.median, bound: 'at-least' }
}

/** How many times as much ours takes as the base, where a little more is expected and only so much is allowed. */
export function atMost(words: Words, { ours, base }: Comparison, unit: Line['unit'] = 'ms'): Line {
  return { ...words, ours, base, unit, ratio: ours.median / base.median, bound: 'at-most' }
}

/** A figure measured once, or known: it has no spread. */
export const exactly = (value: number): Sample => ({ median: value, low: value, high: value })
