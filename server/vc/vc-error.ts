import { AppError } from '../kernel/errors.ts'
import type { Check } from './verification-result.ts'

/** Why something was not signed, encoded or resolved. A closed union: callers may switch over it. */
export type VcErrorCode =
  | 'already-signed' // the document carries a proof
  | 'foreign-issuer' // the issuer named is not the controller of the key
  | 'credential-invalid' // see `checks`
  | 'key-invalid'
  | 'did-invalid'
  | 'context-unavailable' // a context that is not pinned, and no network allowed
  | 'bitstring-invalid'
  | 'pointer-invalid' // a JSON pointer to nothing in the document
  | 'not-derivable' // no base proof to derive a disclosure from

/**
 * An expected refusal of this folder. To the rest of the house it is an `AppError` (`schema-mismatch`), so that it is
 * answered with a sentence and not with a 500; `reason` and `checks` say exactly what was wrong.
 */
export class VcError extends AppError {
  readonly reason: VcErrorCode
  readonly checks: readonly Check[]

  constructor(reason: VcErrorCode, detail: string, checks: readonly Check[] = [], options?: ErrorOptions) {
    super('schema-mismatch', { reason, detail }, [], options)
    this.name = 'VcError'
    this.message = `${reason}: ${detail}`
    this.reason = reason
    this.checks = checks
  }
}
