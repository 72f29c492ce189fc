import {
  canonicalisationCounts,
  configureCanonicalisation,
  type CanonicalDifference,
} from '../../vc/index.ts'

/** What one thread saw since it was asked last. */
export interface CanonicalReport {
  readonly sampled: number
  readonly differences: readonly CanonicalDifference[]
}

/** The compiled canonicaliser, compared on a sample with the library while the server runs; its alarm. */
export interface CanonicalWatch {
  /** Share of documents that are compared, 0 to 1; for the threads that sign. */
  readonly sampleRate: number
  /** Adds what a thread saw. */
  hear(report: CanonicalReport): void
  /** Comparisons of this process and its threads so far. */
  counts(): { readonly same: number; readonly different: number }
}

/**
 * Starts watching in this thread. `alarm` is called at each difference; from then on the thread that saw it reads
 * everything by the library.
 */
export function watchCanonicalisation(
  sampleRate: number,
  alarm: (difference: CanonicalDifference) => void,
): CanonicalWatch {
  const fromThreads = { sampled: 0, differences: 0 }
  configureCanonicalisation({ sampleRate, onDifference: alarm })
  return {
    sampleRate,
    hear({ sampled, differences }) {
      fromThreads.sampled += sampled
      fromThreads.differences += differences.length
      differences.forEach(alarm)
    },
    counts() {
      const here = canonicalisationCounts()
      const different = here.differences + fromThreads.differences
      return { same: here.sampled + fromThreads.sampled - different, different }
    },
  }
}

/** The same in a thread that has nobody to call: what it saw is taken along with its next result. */
export function watchInThread(sampleRate: number): () => CanonicalReport {
  const differences: CanonicalDifference[] = []
  configureCanonicalisation({ sampleRate, onDifference: (difference) => differences.push(difference) })
  let told = 0
  return () => {
    const { sampled } = canonicalisationCounts()
    const report = { sampled: sampled - told, differences: differences.splice(0) }
    told = sampled
    return report
  }
}
