import type { CredentialRecord } from '../../issuer/credentials/index.ts'
import type { MemberResult, VerificationResult } from '../../vc/index.ts'

/** A verification, with our register's entry of the document and of each member where we issued them. */
export interface RegisteredResult extends VerificationResult {
  readonly record?: CredentialRecord
  readonly members?: readonly RegisteredMember[]
}

export interface RegisteredMember extends MemberResult {
  readonly record?: CredentialRecord
}
