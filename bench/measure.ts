/** What one side took: the middle of the measured times and the half around it, in milliseconds an operation. */
export interface Sample {
  readonly median: number
  readonly low: number
  readonly high: number
}

export interface Comparison {
  readonly ours: Sample
  readonly base: Sample
}

/** One operation; `at` counts its calls, so that each can be about another document. */
export type Operation = (at: number) => unknown

export interface MeasureOptions {
  readonly rounds?: number
  /** Milliseconds that one side runs in a round: long beside the clock's steps, short beside a neighbour's burst. */
  readonly slice?: number
}

const WARM_UP = 600

/**
 * Measures two sides alternately in one process, first one leading, then the other: whatever slows the machine down slows
 * both. Each side is warmed up before.
 */
export async function alternate(
  ours: Operation,
  base: Operation,
  { rounds = 25, slice = 40 }: MeasureOptions = {},
): Promise<Comparison> {
  const sides = { ours: await prepare(ours, slice), base: await prepare(base, slice) }
  const times = { ours: [] as number[], base: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? (['ours', 'base'] as const) : (['base', 'ours'] as const)
    for (const side of order) {
      collectGarbage()
      times[side].push(await sides[side]())
    }
  }
  return { ours: summarise(times.ours), base: summarise(times.base) }
}

/** Warms an operation up and gives a slice of it: milliseconds an operation over as many as fill the time. */
async function prepare(operation: Operation, slice: number): Promise<() => Promise<number>> {
  let at = 0
  const repeat = async (count: number): Promise<number> => {
    const start = performance.now()
    for (let done = 0; done < count; done++) await operation(at++)
    return (performance.now() - start) / count
  }
  const end = performance.now() + WARM_UP
  let each = await repeat(1)
  while (performance.now() < end) each = await repeat(Math.max(1, Math.floor(slice / 4 / each)))
  const count = Math.max(1, Math.round(slice / each))
  return () => repeat(count)
}

/** Node offers it with --expose-gc, which `npm run bench` sets: neither side then pays for the other's garbage. */
function collectGarbage(): void {
  globalThis.gc?.()
}

/** The median and the quartiles around it. */
export function summarise(values: readonly number[]): Sample {
  const sorted = [...values].sort((one, other) => one - other)
  const quantile = (share: number): number => {
    const place = (sorted.length - 1) * share
    const [below = 0, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
    return below + (above - below) * (place - Math.floor(place))
  }
  return { median: quantile(0.5), low: quantile(0.25), high: quantile(0.75) }
}
