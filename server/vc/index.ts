/**
 * Verifiable credentials: data model, proofs, status lists and DIDs. Pure: no disk, no network of its own, no Express,
 * no SQL; the same code runs in Node and in a browser.
 */
export type { JsonObject, JsonValue } from './json-value.ts'
export { asList, hasType, idOf, isJsonObject, isSameJson } from './json-value.ts'
export { VcError } from './vc-error.ts'
export type { VcErrorCode } from './vc-error.ts'
export type { SigningKey } from './data-integrity/signing-key.ts'
export type { SignBytes } from './crypto/ed25519.ts'
export { signerOf } from './data-integrity/signer.ts'
export type { KeyType } from './crypto/key-type.ts'
export { keyTypeOf } from './crypto/key-type.ts'
export { generateKeyPair } from './data-integrity/generate-key-pair.ts'
export { didKeyDocument, didKeyOf, verificationMethodOf } from './did/did-key.ts'
export { didWebDocument, didWebOf, didWebUrl } from './did/did-web.ts'
export {
  CLR_CONTEXT,
  CREDENTIALS_V2,
  OPEN_BADGES_CONTEXT,
  OPEN_BADGES_EXTENSIONS_CONTEXT,
} from './json-ld/pinned-contexts.ts'
export { documentDigest } from './document-digest.ts'
export { pinnedContext, pinnedContextUrls } from './json-ld/pinned-contexts.ts'
export { createDocumentLoader } from './json-ld/document-loader.ts'
export type { DocumentLoader } from './json-ld/document-loader.ts'
export { canonicalisationCounts, configureCanonicalisation } from './json-ld/linked-document.ts'
export type { CanonicalisationCounts } from './json-ld/canonicaliser.ts'
export type { CanonicalDifference, ComparisonOptions } from './json-ld/comparison.ts'
export { issueCredential } from './issue-credential.ts'
export type { IssueOptions } from './issue-credential.ts'
export { deriveCredential } from './derive-credential.ts'
export type { DeriveOptions } from './derive-credential.ts'
export type { CryptosuiteName } from './data-integrity/cryptosuites/cryptosuite.ts'
export { verifyCredential } from './verify-credential.ts'
export type { VerifyOptions } from './verify-credential.ts'
export { createVerificationCache } from './verification-cache.ts'
export type { VerificationCache, VerificationCacheCounts } from './verification-cache.ts'
export { confirmWithLibrary } from './second-opinion.ts'
export { verifyPresentation } from './verify-presentation.ts'
export type { PresentationResult, VerifyPresentationOptions } from './verify-presentation.ts'
export { memberCredentials } from './data-model/member-credentials.ts'
export { exceedsLimits } from './data-model/size-limits.ts'
export { describeCheck } from './describe-check.ts'
export { deriveVerdict } from './verdict.ts'
export { VERDICT_TONES } from './verdict-tone.ts'
export { describeDocument } from './describe-document.ts'
export type { DocumentSummary } from './describe-document.ts'
export { isRefusedForKey } from './refused-for-key.ts'
export type {
  Check,
  CheckCode,
  CheckName,
  CheckStatus,
  MemberResult,
  Verdict,
  VerificationResult,
} from './verification-result.ts'
export { MINIMUM_STATUS_LIST_LENGTH, getBit, newBitstring, setBit } from './status-list/bitstring.ts'
export { decodeList, encodeList } from './status-list/encode-list.ts'
export { unsignedStatusList } from './status-list/unsigned-status-list.ts'
export type { StatusPurpose } from './status-list/unsigned-status-list.ts'
export { readStatusEntries } from './status-list/status-entries.ts'
export type { ReadStatus, StatusEntry } from './status-list/status-entries.ts'
