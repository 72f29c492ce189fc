export { revokeCredential, type RevokeDeps, type RevokeInput } from './revoke-credential.ts'
export { REVOCATION_REASONS, parseRevocationReason, type RevocationReason } from './revocation-reason.ts'
export { findNamedCredential } from './find-named-credential.ts'
