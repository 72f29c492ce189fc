import type { Check, Verdict } from './verification-result.ts'

/**
 * The one word for a list of checks (design, section 5). A proven forgery comes first, because nothing of the content is
 * true then; what is certain (revoked, expired) comes before what could not be asked; an unknown issuer comes last.
 */
export function deriveVerdict(checks: readonly Check[]): Verdict {
  const failures = checks.filter((check) => check.status === 'failed')
  if (failures.some((check) => verdictOfFailure(check) === 'not-authentic')) return 'not-authentic'
  const signatureUndecided = checks.some(
    (check) => DECIDES_AUTHENTICITY.has(check.name) && check.status === 'unavailable',
  )
  if (signatureUndecided) return 'unverifiable-now'
  for (const verdict of BY_SEVERITY) {
    if (failures.some((check) => verdictOfFailure(check) === verdict)) return verdict
  }
  if (checks.some((check) => check.status === 'unavailable')) return 'unverifiable-now'
  if (checks.some((check) => check.code === 'superseded')) return 'superseded'
  if (checks.some((check) => check.code === 'issuer-unknown')) return 'issuer-unknown'
  // Nothing asked is nothing proven.
  return checks.some((check) => check.name === 'proof' && check.status === 'passed')
    ? 'verified'
    : 'unverifiable-now'
}

const DECIDES_AUTHENTICITY = new Set(['document', 'data-model', 'context', 'proof', 'holder'])
const BY_SEVERITY = ['revoked', 'suspended', 'expired', 'not-yet-valid', 'unverifiable-now'] as const

function verdictOfFailure({ code }: Check): 'not-authentic' | (typeof BY_SEVERITY)[number] {
  switch (code) {
    case 'revoked':
    case 'suspended':
    case 'expired':
    case 'not-yet-valid':
      return code
    // The credential itself is sound; its status list is not, so that nobody can say whether it was revoked.
    case 'status-list-not-authentic':
    case 'status-list-invalid':
    case 'status-list-mismatch':
    case 'status-index-out-of-range':
      return 'unverifiable-now'
    default:
      return 'not-authentic'
  }
}
