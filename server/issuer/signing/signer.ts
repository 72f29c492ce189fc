import { availableParallelism } from 'node:os'
import { setImmediate as turn } from 'node:timers/promises'
import type { Piscina } from 'piscina'
import type { Logger } from '../../platform/log/index.ts'
import type { CanonicalWatch } from './canonical-watch.ts'
import type { ThreadResult } from './sign-in-thread.ts'
import { signDocuments, type SigningJob, type SigningOutcome } from './sign-documents.ts'

/** Whoever turns jobs into signatures, here or in other threads. */
export interface Signer {
  /** Jobs worth having under way at the same time. */
  readonly width: number
  sign(job: SigningJob): Promise<SigningOutcome[]>
  close(): Promise<void>
}

export interface SignerDeps {
  readonly log: Logger
  readonly workerThreshold?: number
  /** Hears what the threads compared; without it they compare nothing. */
  readonly watch?: CanonicalWatch
}

/**
 * From how many documents on threads pay. Measured on 2 cores that others use too: a thread costs 0.2 s of computation to
 * start and to warm up, a document half a millisecond; 1,000 take a third longer with two threads, 2,000 about the same,
 * more come out ahead only while both cores are free. They cost 150 MB.
 */
const WORKER_THRESHOLD = 2000

const WORKER = new URL('../../worker.ts', import.meta.url)
/** Past this, the one database writes slower than the threads sign. */
const MAX_THREADS = 8

/**
 * Signs a few documents here, many in a pool of threads that lives as long as the signer. A job whose key does not leave
 * its store is always done here: a message can carry a key, not somebody who signs.
 */
export function createSigner(documents: number, deps: SignerDeps): Signer {
  const threads = Math.min(availableParallelism(), MAX_THREADS)
  const pays = documents >= (deps.workerThreshold ?? WORKER_THRESHOLD) && threads > 1
  return pays ? poolSigner(threads, deps) : inlineSigner
}

const inlineSigner: Signer = {
  width: 1,
  async sign(job) {
    const outcomes = await signDocuments(job)
    // whoever else waits for this thread, say for a page, has a turn between two jobs
    await turn()
    return outcomes
  },
  close: () => Promise.resolve(),
}

function poolSigner(threads: number, { log, watch }: SignerDeps): Signer {
  let pool: Promise<Piscina<SigningJob, ThreadResult>> | undefined
  // started by the first job that can go there
  const threadsOf = (): Promise<Piscina<SigningJob, ThreadResult>> => (pool ??= startPool(threads))
  return {
    // one job waiting for each thread: it has work while another's results are stored
    width: threads * 2,
    sign: (job) =>
      mayTravel(job)
        ? threadsOf()
            .then((started) => started.run(job))
            .then(({ outcomes, seen }) => {
              watch?.hear(seen)
              return outcomes
            })
            .catch((error: unknown) => {
              // a thread that died (memory, a broken installation) loses no credential: the job is done here instead
              log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'signing thread lost')
              return signDocuments(job)
            })
        : signDocuments(job),
    close: async () => {
      await (await pool)?.destroy()
    },
  }
}

async function startPool(threads: number): Promise<Piscina<SigningJob, ThreadResult>> {
  const { Piscina } = await import('piscina')
  return new Piscina<SigningJob, ThreadResult>({
    filename: WORKER.href,
    minThreads: threads,
    maxThreads: threads,
    recordTiming: false,
  })
}

/** Whether all keys of a job are texts that a message can carry. */
const mayTravel = (job: SigningJob): boolean =>
  job.keys.every(({ secretKeyMultibase }) => secretKeyMultibase !== undefined)
