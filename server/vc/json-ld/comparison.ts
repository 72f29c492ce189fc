import { nodeCrypto } from '../node/node-crypto.ts'
import { asList } from '../json-value.ts'
import type { JsonObject } from '../json-value.ts'

export interface ComparisonOptions {
  /** Share of the documents read by the compiled way that the library reads too, 0 to 1. By default one in 500 in Node. */
  readonly sampleRate?: number
  /** Told when the two did not agree. From then on the library reads everything. Must not throw. */
  onDifference?(difference: CanonicalDifference): void
  /** A number from 0 up to 1, a new one each time. */
  random?(): number
}

/** What disagreed, without a word of the document: it may name a person. */
export interface CanonicalDifference {
  readonly about: 'document' | 'proof'
  readonly outcome: 'other-form' | 'refused-by-library'
  readonly types: readonly string[]
}

/** The compiled way against the libraries, on a sample of what is read. */
export interface Comparison {
  readonly counts: { readonly sampled: number; readonly differences: number }
  /** Whether this one is compared, by lot. */
  isDue(): boolean
  /** The libraries refused what the compiled way took. */
  reportRefusal(document: JsonObject): void
  /** Answers what the libraries say, having looked whether `ours` is the same. */
  compare(
    about: CanonicalDifference['about'],
    document: JsonObject,
    ours: Promise<string>,
    theirs: Promise<string>,
  ): Promise<string>
}

/** In a browser nobody would hear of it, and the libraries would have to be fetched first. */
const DEFAULT_SAMPLE_RATE = nodeCrypto === undefined ? 0 : 1 / 500

export function createComparison(options: ComparisonOptions): Comparison {
  const { sampleRate = DEFAULT_SAMPLE_RATE } = options
  const random = (): number => options.random?.() ?? Math.random()
  const counts = { sampled: 0, differences: 0 }

  function report(
    about: CanonicalDifference['about'],
    outcome: CanonicalDifference['outcome'],
    document: JsonObject,
  ): void {
    counts.differences += 1
    const types = asList(document.type).filter((type) => typeof type === 'string')
    options.onDifference?.({ about, outcome, types })
  }

  return {
    counts,
    isDue() {
      const isDue = sampleRate > 0 && random() < sampleRate
      if (isDue) counts.sampled += 1
      return isDue
    },
    reportRefusal: (document) => report('document', 'refused-by-library', document),
    async compare(about, document, ours, theirs) {
      const [our, their] = await Promise.allSettled([ours, theirs])
      if (their.status === 'rejected') {
        if (our.status === 'fulfilled') report(about, 'refused-by-library', document)
      } else if (our.status === 'rejected' || our.value !== their.value) report(about, 'other-form', document)
      return theirs
    },
  }
}
