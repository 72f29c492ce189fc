/**
 * Every failure Passerelle expects, as a closed union. A code says what happened, never how to answer it:
 * `platform/http` maps codes to HTTP statuses and `templates/locales/<locale>/errors.ts` to sentences.
 */
export type AppErrorCode =
  // who is asking
  | 'not-signed-in'
  | 'youth-not-recognised'
  | 'token-missing'
  | 'token-refused'
  | 'scope-missing'
  | 'forbidden'
  | 'csrf-failed'
  | 'login-failed'
  | 'too-many-requests'
  | 'link-expired'
  | 'link-unknown'
  | 'second-factor-needed'
  | 'code-refused'
  | 'passkey-refused'
  | 'passkeys-unavailable'
  | 'sign-on-unavailable'
  | 'sign-on-refused'
  | 'sign-on-unknown'
  | 'sign-on-unverified'
  // what is asked
  | 'not-found'
  | 'invalid-input'
  | 'body-too-large'
  | 'malformed-json'
  | 'json-too-deep'
  | 'unsupported-media-type'
  | 'method-not-allowed'
  // files
  | 'file-too-large'
  | 'file-not-an-image'
  | 'file-type-refused'
  | 'file-not-a-table'
  | 'file-empty'
  | 'too-many-rows'
  | 'import-has-errors'
  // rules
  | 'session-already-signed'
  | 'nothing-to-sign'
  | 'nothing-to-publish'
  | 'changed-meanwhile'
  | 'already-exists'
  | 'structure-closed'
  | 'merge-undecided'
  | 'already-revoked'
  | 'already-suspended'
  | 'not-suspended'
  | 'nothing-to-correct'
  | 'correction-pending'
  | 'not-yet-issued'
  | 'credential-private'
  | 'of-age'
  | 'credential-erased'
  | 'credential-withdrawn'
  | 'schema-mismatch'
  | 'passport-too-large'
  | 'signature-check-failed'
  // the outside
  | 'keys-locked'
  | 'keys-incomplete'
  | 'key-missing'
  | 'key-compromised'
  | 'key-not-compromised'
  | 'key-token-unavailable'
  | 'key-token-locked'
  | 'keys-unprotected'
  // backup and restore
  | 'backup-needs-pg-dump'
  | 'restore-needs-sqlite'
  | 'backup-damaged'
  | 'folder-not-empty'
  | 'installation-not-empty'
  | 'installation-in-use'
  | 'not-a-backup'
  | 'configuration-invalid'
  | 'conformance-refused'
  | 'database-unavailable'
  | 'unexpected'

/** One wrong value of an input: which field, and the message key that explains it. */
export interface FieldProblem {
  /** Form field, JSON pointer or spreadsheet column. */
  readonly field: string
  /** Key in `templates/locales/<locale>/fields.ts`. */
  readonly message: string
  readonly params?: Readonly<Record<string, string | number>>
}

/**
 * An expected failure. `params` fill the sentence's blanks, `problems` name the fields.
 * Unexpected failures stay ordinary errors and become `unexpected` (500) at the border.
 */
export class AppError extends Error {
  readonly code: AppErrorCode
  readonly params: Readonly<Record<string, string | number>>
  readonly problems: readonly FieldProblem[]

  constructor(
    code: AppErrorCode,
    params: Readonly<Record<string, string | number>> = {},
    problems: readonly FieldProblem[] = [],
    options?: ErrorOptions,
  ) {
    super(code, options)
    this.name = 'AppError'
    this.code = code
    this.params = params
    this.problems = problems
  }
}
