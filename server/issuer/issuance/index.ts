export { requestIssuance, type RequestDeps, type RequestedBatch } from './request-issuance.ts'
export {
  completeIssuance,
  resumeIssuance,
  type CompleteOptions,
  type IssuanceOutcome,
} from './complete-issuance.ts'
export type { IssuanceDeps } from './issuance-deps.ts'
export type { RequestedCredential } from './requested-credential.ts'
