export { requestFor, requestIssuance } from './request-issuance.ts'
export { requestCredentials, type RequestDeps, type RequestedBatch } from './request-credentials.ts'
export {
  REISSUE_REASONS,
  type AwardHeader,
  type CredentialRequest,
  type ReissueReason,
} from './credential-request.ts'
export {
  completeIssuance,
  resumeIssuance,
  type CompleteOptions,
  type IssuanceOutcome,
} from './complete-issuance.ts'
export { issuanceProgress, type IssuanceProgress } from './issuance-progress.ts'
export { requestMissingPassports } from './request-missing-passports.ts'
export { parsePassportAward } from './passport-store.ts'
export type { IssuanceDeps } from './issuance-deps.ts'
export type { RequestedCredential } from './requested-credential.ts'
export { createSigner, type Signer } from '../signing/index.ts'
