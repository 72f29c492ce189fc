/**
 * Signing and checking, and nothing else: no database, no disk, so that a worker thread starts fast and knows only what
 * its message tells it. The door people use is `issuer/issuance`.
 */
export { signDocuments, type SigningJob, type SigningOutcome } from './sign-documents.ts'
