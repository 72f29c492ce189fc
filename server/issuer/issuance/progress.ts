import type { IssuanceOutcome } from './complete-issuance.ts'

/** Counts what is done, for the caller and for a progress bar. */
export interface Progress {
  expect(more: number): void
  advance(done: number, counted: IssuanceOutcome): void
  outcome(): IssuanceOutcome
}

export function createProgress(
  expected: number,
  onProgress?: (done: number, total: number) => void,
): Progress {
  let total = expected
  let done = 0
  let signed = 0
  let failed = 0
  return {
    expect(more) {
      total += more
    },
    advance(count, counted) {
      done += count
      signed += counted.signed
      failed += counted.failed
      onProgress?.(done, total)
    },
    outcome: () => ({ signed, failed }),
  }
}
