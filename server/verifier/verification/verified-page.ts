import type { JsonObject, VerificationResult } from '../../vc/index.ts'
import type { GroundsOfAuthority } from './grounds-of-authority.ts'
import type { RegisteredMember } from './registered-result.ts'
import type { StructuresToday } from './structures-today.ts'

/** Everything a verdict page, or its JSON, says. Whether the content may be shown is decided by {@link disclosure}. */
export interface VerifiedPage extends VerificationResult {
  /** Canonical code when the document was asked for by its code; what was typed when it cannot be one. */
  readonly code?: string
  /** Instant of the verification, UTC ISO. */
  readonly checkedAt: string
  /** The signed document, true or not. */
  readonly document?: JsonObject
  /** Its bytes as they are kept; a document that somebody brought has none here. */
  readonly signed?: string
  readonly members?: readonly RegisteredMember[]
  /** Who answers today for what our structures signed. */
  readonly today?: StructuresToday
  /** What those who attest were trained in. */
  readonly grounds?: GroundsOfAuthority
  readonly revokedAt?: string
  /** Its person had themselves erased: nothing of it is kept here. */
  readonly erasedAt?: string
  /** « I. B. »: all that is said of whom a private document is about. */
  readonly initials?: string
  /** One of `REVOCATION_REASONS`. */
  readonly revocationReason?: string
  /** Verification URL of the newest version. */
  readonly successor?: string
}

/**
 * How much of the content may be shown. Nothing when the signature fails (nothing is known to be true then) or when the
 * issuer has taken the document back, or corrected it; folded away when a newer version should be read instead.
 */
export function disclosure(page: VerifiedPage): 'full' | 'folded' | 'none' {
  switch (page.verdict) {
    case 'verified':
    case 'expired':
    case 'not-yet-valid':
    case 'issuer-unknown':
      return 'full'
    case 'superseded':
      // withdrawn as well: what it says was wrong
      return page.revokedAt === undefined ? 'folded' : 'none'
    case 'unverifiable-now':
      return hasPassed(page, 'proof') ? 'full' : 'none'
    case 'revoked':
    case 'suspended':
    case 'not-authentic':
    case 'private':
    case 'not-found':
      return 'none'
  }
}

/** Whether the signature holds: who signed, and when, is then certain even where the rest is not shown. */
export function hasPassed(page: VerifiedPage, name: 'proof' | 'issuer'): boolean {
  return page.checks.some((check) => check.name === name && check.status === 'passed')
}
