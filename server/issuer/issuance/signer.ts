import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'
import type { Logger } from '../../platform/log/index.ts'
import { signDocuments, type SigningJob, type SigningOutcome } from '../signing/index.ts'

/** Whoever turns jobs into signatures, here or in other threads. */
export interface Signer {
  /** Jobs worth having under way at the same time. */
  readonly width: number
  sign(job: SigningJob): Promise<SigningOutcome[]>
  close(): Promise<void>
}

/**
 * From how many documents on threads pay. Measured on 2 busy cores: the time of 120 is half as long again with two
 * threads, that of 240 a tenth shorter, that of 480 a quarter; they cost 150 MB.
 */
const WORKER_THRESHOLD = 200

const WORKER = new URL('../../worker.ts', import.meta.url)
/** Past this, the one database writes slower than the threads sign. */
const MAX_THREADS = 8

/** Signs a few documents here, many in a pool of threads that lives as long as the signer. */
export function createSigner(documents: number, deps: { workerThreshold?: number; log: Logger }): Signer {
  const threads = Math.min(availableParallelism(), MAX_THREADS)
  const pays = documents >= (deps.workerThreshold ?? WORKER_THRESHOLD) && threads > 1
  return pays ? poolSigner(threads, deps.log) : inlineSigner
}

const inlineSigner: Signer = {
  width: 1,
  sign: signDocuments,
  close: () => Promise.resolve(),
}

function poolSigner(threads: number, log: Logger): Signer {
  const pool = new Piscina<SigningJob, SigningOutcome[]>({
    filename: WORKER.href,
    minThreads: threads,
    maxThreads: threads,
    recordTiming: false,
  })
  return {
    // one job waiting for each thread: it has work while another's results are stored
    width: threads * 2,
    sign: (job) =>
      pool.run(job).catch((error: unknown) => {
        // a thread that died (memory, a broken installation) loses no credential: the job is done here instead
        log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'signing thread lost')
        return signDocuments(job)
      }),
    close: () => pool.destroy(),
  }
}
