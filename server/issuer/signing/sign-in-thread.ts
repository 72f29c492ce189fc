import { watchInThread, type CanonicalReport } from './canonical-watch.ts'
import { signDocuments, type SigningJob, type SigningOutcome } from './sign-documents.ts'

export interface ThreadResult {
  readonly outcomes: SigningOutcome[]
  readonly seen: CanonicalReport
}

let watch: { readonly sampleRate: number; readonly report: () => CanonicalReport } | undefined

/** {@link signDocuments} for a thread of its own: what it saw of our canonicaliser comes with the result. */
export async function signInThread(job: SigningJob): Promise<ThreadResult> {
  const { sampleRate = 0 } = job
  if (watch?.sampleRate !== sampleRate) watch = { sampleRate, report: watchInThread(sampleRate) }
  const outcomes = await signDocuments(job)
  return { outcomes, seen: watch.report() }
}
