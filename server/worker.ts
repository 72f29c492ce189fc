import { signInThread, type SigningJob, type ThreadResult } from './issuer/signing/index.ts'

/**
 * A thread of the signing pool (piscina calls the default export once a task). What it may use, keys included, arrives
 * in the message; it opens no file and no connection.
 */
export default function sign(job: SigningJob): Promise<ThreadResult> {
  return signInThread(job)
}
