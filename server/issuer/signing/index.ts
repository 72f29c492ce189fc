/**
 * Signing and checking, and nothing else: no database, no disk, so that a worker thread starts fast and knows only what
 * its message tells it. The door people use is `issuer/issuance`.
 */
export {
  watchCanonicalisation,
  watchInThread,
  type CanonicalReport,
  type CanonicalWatch,
} from './canonical-watch.ts'
export { signDocuments, type SigningJob, type SigningOutcome } from './sign-documents.ts'
export { signInThread, type ThreadResult } from './sign-in-thread.ts'
export { createSigner, type Signer, type SignerDeps } from './signer.ts'
