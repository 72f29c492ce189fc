/** How long the pauses after misses in a row last, in minutes: the first, the second… then the last again. */
const MINUTES = [1, 5, 15, 60]
/** Tries of a PIN before each pause. */
export const TRIES = 5

/**
 * The pause after so many tries in a row, in milliseconds; 0 when one may go on. It grows to an hour and never beyond:
 * nobody is shut out of their own passport for good, and four digits still take months to try out.
 */
export function pauseAfter(tries: number): number {
  if (tries === 0 || tries % TRIES !== 0) return 0
  const minutes = MINUTES[Math.min(tries / TRIES, MINUTES.length) - 1] ?? 0
  return minutes * 60_000
}
